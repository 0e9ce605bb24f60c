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

    /// The colour at a probe.
    func read(_ probe: PictureProbe) -> ProbeReading {
        let (x, y) = probe.pixel(width: width, height: height)
        let (red, green, blue) = canvas[x, y]
        return ProbeReading(probe: probe, red: red, green: green, blue: blue)
    }

    /// Puts another picture of the same extent in, as a comparison wants it.
    ///
    /// `place` is where a wipe stands, in hundredths of the width.
    mutating func compare(
        with other: PictureCraft,
        _ mode: Comparison.Mode,
        at place: Int
    ) {
        guard other.width == width, other.height == height else { return }
        switch mode {
        case .wipe:
            let edge = min(max(0, width * place / 100), width)
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

    /// Draws where in the picture somebody has something to say: a box, or a
    /// ring around a point; the current one is bolder.
    mutating func draw(_ mark: ReviewComment.Mark, isCurrent: Bool) {
        let line = isCurrent ? 2 : 1
        let x = Int(mark.x * Double(width))
        let y = Int(mark.y * Double(height))
        if let share = mark.width, let rows = mark.height {
            let (wide, high) = (Int(share * Double(width)), Int(rows * Double(height)))
            outline(x, y, max(4, wide), max(4, high), line)
        } else {
            let reach = max(4, min(width, height) / (isCurrent ? 28 : 40))
            outline(x - reach, y - reach, 2 * reach + 1, 2 * reach + 1, line)
            canvas.darken(x: x - 2, y: y - 2, width: 5, height: 5)
            canvas.lighten(x: x - 1, y: y - 1, width: 3, height: 3)
            canvas.lighten(x: x - 1, y: y - 1, width: 3, height: 3)
        }
    }

    /// A light frame within a dark one, which is seen on any picture.
    private mutating func outline(_ x: Int, _ y: Int, _ wide: Int, _ high: Int, _ line: Int) {
        band(x - line, y - line, wide + 2 * line, high + 2 * line, line) {
            $0.darken(x: $1, y: $2, width: $3, height: $4)
        }
        for _ in 0..<2 {
            band(x, y, wide, high, line) { $0.lighten(x: $1, y: $2, width: $3, height: $4) }
        }
    }

    private mutating func band(
        _ x: Int,
        _ y: Int,
        _ wide: Int,
        _ high: Int,
        _ line: Int,
        _ brush: (inout PixelCanvas, Int, Int, Int, Int) -> Void
    ) {
        brush(&canvas, x, y, wide, line)
        brush(&canvas, x, y + high - line, wide, line)
        brush(&canvas, x, y + line, line, high - 2 * line)
        brush(&canvas, x + wide - line, y + line, line, high - 2 * line)
    }

    /// Draws a cross around a place, which itself stays seen.
    mutating func draw(_ probe: PictureProbe) {
        let (x, y) = probe.pixel(width: width, height: height)
        let arm = max(4, min(width, height) / 24)
        let gap = max(2, arm / 3)
        canvas.lighten(x: x - gap - arm, y: y, width: arm, height: 1)
        canvas.lighten(x: x + gap + 1, y: y, width: arm, height: 1)
        canvas.lighten(x: x, y: y - gap - arm, width: 1, height: arm)
        canvas.lighten(x: x, y: y + gap + 1, width: 1, height: arm)
    }

    mutating func draw(_ guides: PreviewGuides) {
        if guides.hasPeaking { canvas.markEdges() }
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
