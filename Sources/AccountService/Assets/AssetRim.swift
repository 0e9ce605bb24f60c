import AccountAPI
import Hummingbird

/// The routes about files.
struct AssetRim: Sendable {
    let assets: AssetDesk

    func add(to routes: RouteBook) {
        routes.on(.announceAsset) { request, context, caller in
            let body = try await request.json(AssetExchange.Announcement.self, limit: 128 * 1024)
            let space = try context.parameters.require("space")
            return try .json(try await assets.announce(body, in: space, by: caller))
        }
        routes.on(.findAsset) { _, context, caller in
            try .json(
                try await assets.find(
                    try context.parameters.require("asset"),
                    in: try context.parameters.require("space"),
                    by: caller
                )
            )
        }
        routes.on(.removeAsset) { _, context, caller in
            try await assets.remove(
                try context.parameters.require("asset"),
                from: try context.parameters.require("space"),
                by: caller
            )
            return Response(status: .noContent)
        }
        routes.on(.usage) { _, context, caller in
            let space = try context.parameters.require("space")
            return try .json(try await assets.usage(of: space, by: caller))
        }
        addUploads(to: routes)
        if let storage = assets.storage as? EmbeddedStorage {
            EmbeddedRim(assets: assets, storage: storage).add(to: routes)
        } else {
            addElsewhere(to: routes)
        }
    }

    private func addUploads(to routes: RouteBook) {
        routes.on(.findUpload) { _, context, caller in
            try .json(
                try await assets.find(
                    upload: try context.parameters.require("upload"),
                    in: try context.parameters.require("space"),
                    by: caller
                )
            )
        }
        routes.on(.completeUpload) { _, context, caller in
            try .json(
                try await assets.complete(
                    try context.parameters.require("upload"),
                    in: try context.parameters.require("space"),
                    by: caller
                )
            )
        }
        routes.on(.endUpload) { _, context, caller in
            try await assets.end(
                upload: try context.parameters.require("upload"),
                in: try context.parameters.require("space"),
                by: caller
            )
            return Response(status: .noContent)
        }
    }

    /// Where the files are in another store, none are here.
    private func addElsewhere(to routes: RouteBook) {
        routes.on(.sendPart) { _, _ in throw Refusal.notFound("upload") }
        routes.on(.readFile) { _, _ in throw Refusal.notFound("file") }
    }
}
