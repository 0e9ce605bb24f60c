import Editor
import Editorial
import Terminal

/// Draws guides over a picture, and puts two pictures into one.
///
/// Works on RGBA, 8 bits a channel, rows without padding.
struct PictureCraft {
    private(set) var pixels: [UInt8]
    let width: Int
    let height: Int

    init(_ picture: Picture) {
        pixels = picture.pixels
        width = picture.width
        height = picture.height
    }

    var picture: Picture { Picture(width: width, height: height, pixels: pixels) }

    /// Puts another picture of the same extent in, as a comparison wants it.
    mutating func compare(with other: PictureCraft, _ comparison: Comparison) {
        guard other.width == width, other.height == height else { return }
        switch comparison.mode {
        case .wipe:
            let edge = width * comparison.place / 100
            for row in 0..<height {
                let range = (row * width + edge) * 4..<(row + 1) * width * 4
                pixels.replaceSubrange(range, with: other.pixels[range])
            }
            line(column: min(edge, width - 1))
        case .sideBySide: putBeside(other)
        case .difference:
            for place in pixels.indices where place % 4 != 3 {
                let (a, b) = (pixels[place], other.pixels[place])
                // Twice as much, because what differs little is what is looked for.
                pixels[place] = UInt8(min(255, 2 * Int(max(a, b) - min(a, b))))
            }
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

    /// Two halves of the middle, each with what its picture has there.
    private mutating func putBeside(_ other: PictureCraft) {
        let half = width / 2
        let start = width / 4
        let before = pixels
        for row in 0..<height {
            let target = row * width * 4
            let source = (row * width + start) * 4
            pixels.replaceSubrange(
                target..<target + half * 4,
                with: before[source..<source + half * 4]
            )
            let right = width - half
            pixels.replaceSubrange(
                target + half * 4..<target + width * 4,
                with: other.pixels[source..<source + right * 4]
            )
        }
        line(column: half)
    }

    /// Darkens what another shape would not show.
    private mutating func cover(all shape: Aspect) {
        let inside = PixelSize(width: shape.horizontal * 1000, height: shape.vertical * 1000)
            .fitted(into: PixelSize(width: width, height: height))
        let left = (width - inside.width) / 2
        let top = (height - inside.height) / 2
        for row in 0..<height {
            let isOut = row < top || row >= top + inside.height
            for column in 0..<width where isOut || column < left || column >= left + inside.width {
                let place = (row * width + column) * 4
                for channel in place..<place + 3 { pixels[channel] /= 5 }
            }
        }
    }

    private mutating func frame(_ across: Int, _ down: Int) {
        for column in across..<width - across {
            light(column, down)
            light(column, height - 1 - down)
        }
        for row in down..<height - down {
            light(across, row)
            light(width - 1 - across, row)
        }
    }

    private mutating func line(column: Int) { for row in 0..<height { light(column, row) } }

    private mutating func line(row: Int) { for column in 0..<width { light(column, row) } }

    /// Half way to white, so that the picture is still seen beneath.
    private mutating func light(_ column: Int, _ row: Int) {
        guard (0..<width).contains(column), (0..<height).contains(row) else { return }
        let place = (row * width + column) * 4
        for channel in place..<place + 3 { pixels[channel] = 128 + pixels[channel] / 2 }
    }
}
