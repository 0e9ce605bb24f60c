package import Editor
package import Input
import Terminal

/// A part of the screen that the mouse can press, and what that means.
package struct HitRegion: Hashable, Sendable {
    package var rect: CellRect
    package var target: HitTarget
}

/// What the panes draw on: cells, with the theme and the glyphs they draw in.
///
/// Ink keeps the surface that is already there, so that a pane first lays its
/// surfaces and then writes on them.
struct Canvas {
    private(set) var surface: Surface
    let theme: Theme
    let glyphs: Glyphs
    private(set) var regions: [HitRegion] = []
    /// Where typing goes on, when a field is being edited.
    var cursor: CellPoint?
    /// What the cursor looks like there.
    var cursorShape = CursorShape.bar
    /// The cells that are kept blank for the picture.
    var picture: CellRect?
    /// What lies over the picture.
    var covered: [CellRect] = []
    /// The small pictures that there are in place of one, by their cells of the screen.
    var tiles: [PreviewTile] = []
    /// The tiles beside one another, and the rows of them.
    var grid: CellSize?

    init(size: CellSize, theme: Theme, glyphs: Glyphs) {
        surface = Surface(size: size, style: theme.style(.text, on: .background))
        self.theme = theme
        self.glyphs = glyphs
    }

    /// Lays a surface.
    mutating func lay(_ role: Theme.Role, over rect: CellRect) {
        surface.fill(rect, theme.style(.text, on: role))
    }

    mutating func lay(_ colour: Colour?, over rect: CellRect) {
        surface.fill(rect, CellStyle(foreground: theme[.text], background: colour))
    }

    /// Lays the terminal's own surface, as pictures need it.
    mutating func clear(_ rect: CellRect) {
        surface.fill(rect, CellStyle())
    }

    /// Writes on one row of a rectangle, counted from its top; what does not
    /// fit ends with an ellipsis.
    @discardableResult
    mutating func write(
        _ text: StyledText,
        in rect: CellRect,
        row: Int,
        column: Int = 0
    ) -> Int {
        let (row, start) = (rect.row + row, rect.column + column)
        guard rect.row <= row, row < rect.maxRow, start < rect.maxColumn else { return 0 }
        let room = rect.maxColumn - start
        let isCut = text.columns > room
        var at = start
        for run in text.runs where at < start + room {
            let left = start + room - at
            let ends = isCut && run.text.cellWidth >= left
            at += ink(ends ? clip(run.text, to: left) : run.text, run, row, at, left)
        }
        return at - start
    }

    @discardableResult
    mutating func write(
        _ text: String,
        _ ink: Theme.Role = .text,
        _ attributes: CellAttributes = [],
        in rect: CellRect,
        row: Int,
        column: Int = 0
    ) -> Int {
        write(StyledText(text, ink, attributes), in: rect, row: row, column: column)
    }

    /// Writes two ends of a row; the left end gives way when both do not fit.
    mutating func write(
        _ left: StyledText,
        right: StyledText,
        in rect: CellRect,
        row: Int
    ) {
        let room = rect.columns - right.columns
        if room > 0 {
            write(right, in: rect, row: row, column: room)
        }
        let columns = right.columns == 0 || room <= 0 ? rect.columns : room - 1
        write(
            left,
            in: CellRect(
                column: rect.column,
                row: rect.row,
                columns: columns,
                rows: rect.rows
            ),
            row: row
        )
    }

    /// Changes the style of what is already there.
    mutating func restyle(_ rect: CellRect, _ change: (inout CellStyle) -> Void) {
        surface.restyle(rect, change)
    }

    mutating func press(_ rect: CellRect, _ target: HitTarget) {
        let screen = CellRect(
            column: 0,
            row: 0,
            columns: surface.size.columns,
            rows: surface.size.rows
        )
        let visible = rect.intersection(screen)
        if !visible.isEmpty { regions.append(HitRegion(rect: visible, target: target)) }
    }

    /// On a lifted surface the quietest inks would be lost; they step up.
    private func lifted(_ ink: Theme.Role, on background: Colour?) -> Theme.Role {
        guard let background, background == theme[.selection] else { return ink }
        return switch ink {
        case .rule: .faint
        case .faint: .muted
        default: ink
        }
    }

    private func clip(_ text: String, to columns: Int) -> String {
        text.clipped(to: max(0, columns - 1), ellipsis: false) + glyphs.ellipsis
    }

    private mutating func ink(
        _ text: String,
        _ run: StyledText.Run,
        _ row: Int,
        _ column: Int,
        _ columns: Int
    ) -> Int {
        guard column >= 0, (0..<surface.size.rows).contains(row),
            column < surface.size.columns
        else { return 0 }
        let ground = surface[row, column].style
        var style = CellStyle(background: ground.background, attributes: run.attributes)
        if ground.attributes.contains(.reverse) {
            // A coloured letter there would be a coloured hole.
            style.attributes.insert(.reverse)
        } else {
            let paint = theme.paint(lifted(run.ink, on: ground.background))
            style.foreground = paint.colour
            style.attributes.formUnion(paint.attributes.subtracting(.reverse))
        }
        return surface.write(
            glyphs.isASCII ? text.withASCIISigns : text,
            row: row,
            column: column,
            style: style,
            columns: columns
        )
    }
}
