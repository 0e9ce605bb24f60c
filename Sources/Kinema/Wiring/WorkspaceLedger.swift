import Editorial
import Jobs
import Pipeline
import Workspace

/// The local workspace as the pipeline sees it.
struct WorkspaceLedger: TakeLedger {
    let workspace: LocalWorkspace
    /// Fetches a file that lies on the service alone; blocks its thread.
    var fetch: @Sendable (Asset) throws -> Void = { _ in }

    var scratchDirectory: String { workspace.assets.scratchDirectory }

    func take(_ id: Take.ID) throws -> Take? { try workspace.take(id) }

    func asset(_ id: Asset.ID) throws -> Asset? { try workspace.assets.asset(id) }

    func path(of asset: Asset.ID) throws -> String? {
        if let path = try workspace.file(asset) { return path }
        guard let missing = try workspace.assets.asset(asset), try workspace.want(asset) else {
            return nil
        }
        try fetch(missing)
        return try workspace.assets.path(of: asset)
    }

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
        leaving asset: Asset,
        by recipe: StepRecipe?
    ) throws {
        try workspace.complete(lease, of: take, leaving: asset, by: recipe?.text)
    }

    func workshop(of take: Take.ID, for recipe: StepRecipe) throws -> String {
        try workspace.workshop(of: take, recipe: recipe.text)
    }

    func clearWorkshop(of take: Take.ID) throws { try workspace.clearWorkshop(of: take) }

    func show(preview path: String, of take: Take.ID) throws {
        try workspace.show(preview: path, of: take)
    }

    func clearPreview(of take: Take.ID) throws { try workspace.clearPreview(of: take) }

    func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving asset: Asset,
        as companion: Take.Companion
    ) throws {
        try workspace.complete(lease, of: take, leaving: asset, as: companion)
    }

    func clean() throws { try workspace.clean(now: Wiring.now()) }
}
