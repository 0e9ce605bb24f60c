import Editorial
import Media

/// What a step works with: its take, the way to say how far it is, and whether to stop.
struct StepContext {
    let take: Take
    let ledger: any TakeLedger
    /// Takes a share of 0…1 that was really done, and throws ``StepStopped``
    /// once the step is to stop.
    let report: (Double) throws -> Void
    /// Reads a picture that came from outside.
    let readForeign: (String) throws -> Frame
    /// Opens a film that came from outside.
    let readForeignFilm: (String) throws -> ForeignFilm
    /// Writes a line about the job.
    let log: (String) -> Void
    /// Whether the step is to stop; safe from any thread.
    let isStopped: @Sendable () -> Bool

    /// Returns a path for this take's file in the making.
    func scratchPath(_ name: String) -> String {
        "\(ledger.scratchDirectory)/\(take.id)-\(name)"
    }

    /// Returns where the take's picture lies.
    func picturePath() throws -> String {
        guard let picture = take.picture else {
            throw StepFailure("This take has no picture; retry it from the image step.")
        }
        return try path(of: picture, called: "picture")
    }

    /// Returns what the same recipe left before, or makes it.
    func cached(
        _ recipe: StepRecipe,
        make: () throws -> Asset
    ) throws -> Asset {
        if let asset = try ledger.result(of: recipe) {
            log("It was made before and is taken as it is.")
            return asset
        }
        return try make()
    }

    func path(of asset: Asset.ID, called name: String) throws -> String {
        guard let path = try ledger.path(of: asset) else {
            throw StepFailure(
                "The \(name) of this take is no longer in the library; choose or make it again."
            )
        }
        return path
    }
}
