import Editor
import Editorial
import Terminal

/// Draws guides over a picture, and puts two pictures into one.
struct PictureCraft {
    private var canvas: PixelCanvas

    init(_ picture: Picture) { canvas = PixelCanvas(picture) }

    var picture: Picture { canvas.picture }

    private var width: Int { canvas.width }
    private var height: Int { canvas.height }

    /// Puts another picture of the same extent in, as a comparison wants it.
    mutating func compare(with other: PictureCraft, _ comparison: Comparison) {
        guard other.width == width, other.height == height else { return }
        switch comparison.mode {
        case .wipe:
            let edge = min(max(0, width * comparison.place / 100), width)
            canvas.copy(width - edge, from: edge, of: other.canvas, to: edge)
            line(column: min(edge, width - 1))
        case .sideBySide:
            // Two halves of the middle, each with what its picture has there.
            let (half, start) = (width / 2, width / 4)
            canvas.copy(half, from: start, to: 0)
            canvas.copy(width - half, from: start, of: other.canvas, to: half)
            line(column: half)
        case .difference: canvas.takeDifference(from: other.canvas)
        }
    }

    mutating func draw(_ guides: PreviewGuides) {
        if let mask = guides.mask { cover(all: mask) }
        if guides.hasThirds {
            for part in 1...2 {
                line(column: width * part / 3)
                line(row: height * part / 3)
            }
        }
        guard guides.hasSafeAreas else { return }
        for share in [93, 90] {
            let (across, down) = (width * (100 - share) / 200, height * (100 - share) / 200)
            frame(across, down)
        }
    }

    /// Darkens what another shape would not show.
    private mutating func cover(all shape: Aspect) {
        let inside = PixelSize(width: shape.horizontal * 1000, height: shape.vertical * 1000)
            .fitted(into: PixelSize(width: width, height: height))
        let left = (width - inside.width) / 2
        let top = (height - inside.height) / 2
        let (right, bottom) = (left + inside.width, top + inside.height)
        canvas.darken(x: 0, y: 0, width: width, height: top)
        canvas.darken(x: 0, y: bottom, width: width, height: height - bottom)
        canvas.darken(x: 0, y: top, width: left, height: inside.height)
        canvas.darken(x: right, y: top, width: width - right, height: inside.height)
    }

    /// Each corner is drawn once, as everything of it.
    private mutating func frame(_ across: Int, _ down: Int) {
        let (wide, high) = (width - 2 * across, height - 2 * down)
        canvas.lighten(x: across, y: down, width: wide, height: 1)
        canvas.lighten(x: across, y: height - 1 - down, width: wide, height: 1)
        canvas.lighten(x: across, y: down + 1, width: 1, height: high - 2)
        canvas.lighten(x: width - 1 - across, y: down + 1, width: 1, height: high - 2)
    }

    private mutating func line(column: Int) {
        canvas.lighten(x: column, y: 0, width: 1, height: height)
    }

    private mutating func line(row: Int) {
        canvas.lighten(x: 0, y: row, width: width, height: 1)
    }
}
