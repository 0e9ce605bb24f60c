import Editorial
import Input
import Terminal

/// One picture that the player is to show, and where.
struct PlayerJob: Sendable {
    let frame: FrameIndex
    let area: CellRect
    let screen: CellSize
    let quality: PictureQuality
    let overlay: PlayerOverlay
    /// Changes whenever the screen was painted anew.
    let generation: Int
}

/// What came of a player's job.
struct PlayerResult: Sendable {
    let job: PlayerJob
    /// Where the picture lies.
    let cells: CellRect
    let bytes: [UInt8]
    let erasure: [UInt8]
    /// Whether the terminal then has all of the picture.
    let isComplete: Bool
}
