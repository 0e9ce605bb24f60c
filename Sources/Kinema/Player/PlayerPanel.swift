import Editorial
import Input
import Terminal

/// Something that stands beside a film while it plays, and has some of the keys.
@MainActor
protocol PlayerPanel: AnyObject {
    /// How many columns it takes at the right.
    func columns(of screen: CellSize) -> Int
    /// Takes an event while the film shows a frame; a pointer's with its place in
    /// the picture, where it is on it.
    func take(
        _ event: InputEvent,
        at frame: FrameIndex,
        place: PicturePoint?
    ) -> PlayerPanelAnswer
    /// What is laid over a frame's picture.
    func overlay(at frame: FrameIndex) -> PlayerOverlay
    /// Draws itself, and marks the film's bar.
    ///
    /// - Returns: Where something is being written.
    func draw(
        on surface: inout Surface,
        in rect: CellRect,
        frame: FrameIndex
    ) -> CellPoint?
}

/// What a panel makes of an event.
enum PlayerPanelAnswer {
    /// The player may have it.
    case passed
    case taken
    case pause
    case goTo(FrameIndex)
    case quit(complaint: String)
}
