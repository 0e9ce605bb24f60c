import Editorial
import Jobs
import Pipeline
import Workspace

/// The local workspace as the pipeline sees it.
struct WorkspaceLedger: TakeLedger {
    let workspace: LocalWorkspace

    var scratchDirectory: String { workspace.assets.scratchDirectory }

    func take(_ id: Take.ID) throws -> Take? { try workspace.take(id) }

    func asset(_ id: Asset.ID) throws -> Asset? { try workspace.assets.asset(id) }

    func path(of asset: Asset.ID) throws -> String? { try workspace.assets.path(of: asset) }

    func adopt(
        file path: String,
        kind: Asset.Kind,
        name: String,
        size: PixelSize
    ) throws -> Asset {
        try workspace.assets.adopt(file: path, kind: kind, name: name, size: size, moving: true)
    }

    func complete(_ lease: Lease, of take: Take.ID, leaving result: StepResult) throws {
        try workspace.queue.complete(lease) { connection in
            switch result {
            case .picture(let asset):
                try workspace.recordPicture(asset, of: take, on: connection)
            case .film(let asset):
                try workspace.recordFilm(asset, of: take, on: connection)
            }
        }
    }
}
