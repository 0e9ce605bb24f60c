import Editorial
import Input

// Lists that can be seen as a grid of pictures.
extension EditorState {
    /// Whether the screen that is shown is a grid of pictures.
    package var isGrid: Bool { grids.contains(screen) }

    /// The screens that have pictures for their rows.
    package static let pictured: Set<EditorScreen> = [.projects, .library]

    /// Exchanges the list for a grid, or the grid for the list.
    mutating func toggleGrid() -> [Effect] {
        guard Self.pictured.contains(screen) else { return [] }
        if grids.remove(screen) == nil { grids.insert(screen) }
        playback.pause()
        return [.remember(settings)]
    }

    /// How many places a row further on is: those beside one another in a grid.
    var gridStep: Int { isGrid ? max(1, viewport.grid?.columns ?? 1) : 1 }

    /// Why there is nothing to go sideways to; nil in a grid.
    var gridReason: String? {
        isGrid ? nil : "Rows of a list lie below one another; z shows them as pictures."
    }
}
