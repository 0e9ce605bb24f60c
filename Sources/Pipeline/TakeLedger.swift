package import Editorial
package import Jobs

/// What the worker reads of a take, and where it writes down what a step left.
///
/// The pipeline knows nothing of tables; whoever keeps them stands behind this
/// seam. Calls block for as long as a disk takes.
package protocol TakeLedger: Sendable {
    /// A directory for files in the making, on the same file system as the assets.
    var scratchDirectory: String { get }

    func take(_ id: Take.ID) throws -> Take?
    func asset(_ id: Asset.ID) throws -> Asset?
    /// Returns where an asset's bytes lie, or nil when they are gone.
    func path(of asset: Asset.ID) throws -> String?

    /// Moves a finished file into the library under the hash of its bytes.
    ///
    /// The library knows of it once the step that made it is complete; should
    /// it never be, ``clean()`` removes the file.
    func adopt(
        file path: String,
        kind: Asset.Kind,
        name: String,
        size: PixelSize
    ) throws -> Asset

    /// Returns what a step of the same recipe left before; nil when none did,
    /// or when it is gone.
    func result(of recipe: StepRecipe) throws -> Asset?

    /// Ends a step and notes what it left, and by which recipe, in one
    /// transaction.
    ///
    /// A video becomes the take's film, anything else its picture.
    /// Nothing is written when the lease was lost: another worker has the job.
    func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving asset: Asset,
        by recipe: StepRecipe?
    ) throws

    /// Returns a directory for the finished parts of what a step of this recipe
    /// makes for a take, on the file system of ``scratchDirectory``.
    ///
    /// It outlives the worker: the one that carries the step out next finds
    /// what is there.
    func workshop(of take: Take.ID, for recipe: StepRecipe) throws -> String

    /// Removes the finished parts of all that was made for a take.
    func clearWorkshop(of take: Take.ID) throws

    /// Puts a picture where the editor finds it as what is to be seen of a take
    /// so far, in place of an earlier one; the file is moved.
    func show(preview path: String, of take: Take.ID) throws

    /// Removes what was to be seen of a take before it was made.
    func clearPreview(of take: Take.ID) throws

    /// Ends the making of what goes along with a take's film, and notes it, in
    /// one transaction.
    func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving asset: Asset,
        as companion: Take.Companion
    ) throws

    /// Removes what was settled long ago, and files that nothing refers to.
    func clean() throws
}
