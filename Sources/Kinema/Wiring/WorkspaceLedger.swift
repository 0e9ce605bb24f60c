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
        try workspace.assets.place(file: path, kind: kind, name: name, size: size, moving: true)
    }

    func result(of recipe: StepRecipe) throws -> Asset? {
        try workspace.stepResult(of: recipe.text)
    }

    func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving result: StepResult,
        by recipe: StepRecipe?
    ) throws {
        try workspace.queue.complete(lease) { connection in
            let asset: Asset
            switch result {
            case .picture(let picture):
                asset = picture
                try workspace.assets.record(picture, on: connection)
                try workspace.recordPicture(picture.id, of: take, on: connection)
            case .film(let film):
                asset = film
                try workspace.assets.record(film, on: connection)
                try workspace.recordFilm(film.id, of: take, on: connection)
            }
            guard let recipe else { return }
            try workspace.recordStepResult(asset.id, of: recipe.text, on: connection)
        }
    }

    func clean() throws { try workspace.clean(now: Wiring.now()) }
}
