package import Editorial
package import Jobs
package import Pipeline
package import Workspace

/// The workspace as the worker sees it, as the program itself puts it together.
package struct LocalLedger: TakeLedger {
    private let workspace: LocalWorkspace

    package init(workspace: LocalWorkspace) { self.workspace = workspace }

    package var scratchDirectory: String { workspace.assets.scratchDirectory }

    package func take(_ id: Take.ID) throws -> Take? { try workspace.take(id) }
    package func asset(_ id: Asset.ID) throws -> Asset? { try workspace.assets.asset(id) }
    package func path(of asset: Asset.ID) throws -> String? { try workspace.assets.path(of: asset) }

    package func adopt(
        file path: String,
        kind: Asset.Kind,
        name: String,
        size: PixelSize
    ) throws -> Asset {
        try workspace.assets.place(file: path, kind: kind, name: name, size: size, moving: true)
    }

    package func result(of recipe: StepRecipe) throws -> Asset? {
        try workspace.stepResult(of: recipe.text)
    }

    package func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving asset: Asset,
        by recipe: StepRecipe?
    ) throws {
        try workspace.complete(lease, of: take, leaving: asset, by: recipe?.text)
    }

    package func workshop(of take: Take.ID, for recipe: StepRecipe) throws -> String {
        try workspace.workshop(of: take, recipe: recipe.text)
    }

    package func clearWorkshop(of take: Take.ID) throws { try workspace.clearWorkshop(of: take) }

    package func show(preview path: String, of take: Take.ID) throws {
        try workspace.show(preview: path, of: take)
    }

    package func clearPreview(of take: Take.ID) throws { try workspace.clearPreview(of: take) }

    package func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving asset: Asset,
        as companion: Take.Companion
    ) throws {
        try workspace.complete(lease, of: take, leaving: asset, as: companion)
    }

    package func clean() throws { try workspace.clean(now: WallClock.milliseconds()) }
}
