import AccountAPI
import Editorial
import Hummingbird

/// The routes about what is shared.
struct SpaceRim: Sendable {
    let spaces: SpaceDesk
    let hub: ChangeHub

    private static let pushLimit = 8 << 20

    func add(to routes: RouteBook) {
        addMembers(to: routes)
        addRecords(to: routes)
    }

    private func addMembers(to routes: RouteBook) {
        routes.on(.makeSpace) { request, _, caller in
            let body = try await request.json(SpaceBodies.Make.self)
            return try .json(try await spaces.make(body.name, by: caller), status: .created)
        }
        routes.on(.members) { _, context, caller in
            let space = try context.parameters.require("space")
            return try .json(try await spaces.members(of: space, for: caller))
        }
        routes.on(.changeRole) { request, context, caller in
            try await spaces.change(
                try context.parameters.require("account"),
                to: try await request.json(SpaceBodies.ChangeRole.self).role,
                in: try context.parameters.require("space"),
                by: caller
            )
            return Response(status: .noContent)
        }
        routes.on(.removeMember) { _, context, caller in
            try await spaces.remove(
                try context.parameters.require("account"),
                from: try context.parameters.require("space"),
                by: caller
            )
            return Response(status: .noContent)
        }
        routes.on(.invite) { request, context, caller in
            let body = try await request.json(SpaceBodies.Invite.self)
            let space = try context.parameters.require("space")
            return try .json(
                try await spaces.invite(body, to: space, by: caller),
                status: .created
            )
        }
        routes.on(.join) { request, _, caller in
            let body = try await request.json(SpaceBodies.Invitation.self)
            return try .json(try await spaces.join(body.token, by: caller))
        }
        routes.on(.transfer) { request, context, caller in
            try await spaces.transfer(
                try context.parameters.require("space"),
                to: try await request.json(SpaceBodies.Transfer.self).account.description,
                by: caller
            )
            return Response(status: .noContent)
        }
    }

    private func addRecords(to routes: RouteBook) {
        routes.on(.push) { request, context, caller in
            let body = try await request.json(RecordExchange.Push.self, limit: Self.pushLimit)
            return try .json(
                try await spaces.push(
                    body.records,
                    into: try context.parameters.require("space"),
                    by: caller
                )
            )
        }
        // Where it may be a WebSocket it became one before it came here.
        routes.on(.events) { _, context, caller in
            _ = try await spaces.listen(
                to: try context.parameters.require("space"),
                by: caller
            )
            guard await hub.hasRoom(for: caller.account) else {
                throw Refusal(
                    .tooMany,
                    "Too many WebSockets are open; close one, or ask for the changes instead.",
                    retryAfter: 30
                )
            }
            throw Refusal(
                .badRequest,
                "This is told over a WebSocket; open one here, or ask for the changes instead."
            )
        }
        routes.on(.pull) { request, context, caller in
            let query = request.uri.queryParameters
            let after = query["after"].map { Int($0) } ?? 0
            let limit = query["limit"].map { Int($0) } ?? RecordExchange.batchLimit
            let settled = query["settled"].map { Int($0) } ?? 0
            guard let after, let limit, let settled, after >= 0, limit > 0, settled >= 0 else {
                throw Refusal(
                    .badRequest,
                    "“after”, “limit” and “settled” are whole numbers."
                )
            }
            return try .json(
                try await spaces.pull(
                    SpaceDesk.Pull(
                        after: after,
                        limit: limit,
                        settled: query["settled"] == nil ? nil : settled
                    ),
                    from: try context.parameters.require("space"),
                    by: caller
                )
            )
        }
    }
}
