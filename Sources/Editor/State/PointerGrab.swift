import Editorial
import Input

/// What a drag moves, from the press that began it to the release.
enum PointerGrab: Hashable {
    case splitter(Splitter)
    /// A bar to scrub on, from its first column.
    case scrubber(firstColumn: Int, columns: Int)
    case lanes(firstColumn: Int, columns: Int)
    /// The wipe, from the column that the drag has come to.
    case wipe(from: Int)
    /// The camera, from the cell that the drag has come to.
    case camera(from: CellPoint, KeyModifiers)
    /// The prompt's text, from where its first line and column are on the screen.
    case promptText(origin: CellPoint)
}

/// The last press, so that a second one in the same place counts as double.
struct LastClick: Hashable {
    var target: HitTarget
    var position: CellPoint
    var time: Timestamp
    var count: Int

    /// Milliseconds between the presses of a double click.
    static let patience = 400
}
