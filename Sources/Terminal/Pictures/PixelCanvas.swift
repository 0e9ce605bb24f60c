import CPictureKernels

/// A picture that is drawn over before it is shown.
///
/// RGBA, 8 bits a channel, rows without padding, the origin at the upper left.
/// What lies outside of it is not drawn.
package struct PixelCanvas: Sendable {
    private var pixels: [UInt8]
    package let width: Int
    package let height: Int

    package init(_ picture: Picture) {
        pixels = picture.pixels
        width = picture.width
        height = picture.height
    }

    /// A black picture.
    ///
    /// - Precondition: Both sides are at least 1.
    package init(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "A canvas has pixels.")
        pixels = [UInt8](repeating: 0, count: width * height * 4)
        self.width = width
        self.height = height
    }

    /// The colour of a pixel, counted from the upper left corner.
    ///
    /// - Precondition: It lies within.
    package subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
        precondition(x >= 0 && x < width && y >= 0 && y < height, "The pixel lies within.")
        let place = (y * width + x) * 4
        return (pixels[place], pixels[place + 1], pixels[place + 2])
    }

    package var picture: Picture { Picture(width: width, height: height, pixels: pixels) }

    /// Puts in twice what it differs by from another of the same extent.
    ///
    /// - Precondition: The extents are the same.
    package mutating func takeDifference(from other: PixelCanvas) {
        precondition(pixels.count == other.pixels.count, "Pictures of one extent are compared.")
        let count = width * height
        pixels.withUnsafeMutableBufferPointer { mine in
            other.pixels.withUnsafeBufferPointer { theirs in
                cpicture_difference(mine.baseAddress, theirs.baseAddress, count)
            }
        }
    }

    /// Copies columns of another of the same extent here, where `start` becomes
    /// the column `target`.
    ///
    /// - Precondition: The extents are the same, and both ranges lie within.
    package mutating func copy(_ count: Int, from start: Int, of other: PixelCanvas, to target: Int)
    {
        precondition(pixels.count == other.pixels.count, "Pictures of one extent are joined.")
        let columns = checked(count, from: start, to: target)
        pixels.withUnsafeMutableBufferPointer { mine in
            other.pixels.withUnsafeBufferPointer { theirs in
                columns.move(theirs.baseAddress, mine.baseAddress)
            }
        }
    }

    /// Moves columns within it.
    ///
    /// - Precondition: Both ranges lie within.
    package mutating func copy(_ count: Int, from start: Int, to target: Int) {
        let columns = checked(count, from: start, to: target)
        pixels.withUnsafeMutableBufferPointer { mine in
            columns.move(mine.baseAddress, mine.baseAddress)
        }
    }

    /// Brings a rectangle down to a fifth of its codes.
    package mutating func darken(x: Int, y: Int, width: Int, height: Int) {
        draw(x, y, width, height, cpicture_darken)
    }

    /// Brings a rectangle half way to white.
    package mutating func lighten(x: Int, y: Int, width: Int, height: Int) {
        draw(x, y, width, height, cpicture_lighten)
    }

    /// Puts another picture into a rectangle, scaled to it.
    ///
    /// - Precondition: The rectangle lies within.
    package mutating func lay(_ other: Picture, x: Int, y: Int, width: Int, height: Int) {
        precondition(
            x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= self.width
                && y + height <= self.height,
            "A picture is laid within another."
        )
        var scaled: [UInt8] = []
        other.draw(CellPixels(width: width, height: height), into: &scaled)
        for row in 0..<height {
            let start = ((y + row) * self.width + x) * 4
            pixels.replaceSubrange(
                start..<start + width * 4,
                with: scaled[row * width * 4..<(row + 1) * width * 4]
            )
        }
    }

    /// Marks what is sharp: where neighbours differ by more than a blur lets them.
    package mutating func markEdges() {
        let (width, height) = (CInt(width), CInt(height))
        pixels.withUnsafeMutableBufferPointer { mine in
            // Without memory nothing is marked, which is seen at once.
            _ = cpicture_mark_edges(mine.baseAddress, width, height)
        }
    }

    private typealias Brush = (UnsafeMutablePointer<UInt8>?, CInt, CInt, CInt, CInt, CInt) -> Void

    private mutating func draw(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ brush: Brush) {
        let (left, top) = (max(0, x), max(0, y))
        let (right, bottom) = (min(self.width, x + width), min(self.height, y + height))
        guard left < right, top < bottom else { return }
        let stride = CInt(self.width)
        pixels.withUnsafeMutableBufferPointer { mine in
            brush(
                mine.baseAddress,
                stride,
                CInt(left),
                CInt(top),
                CInt(right - left),
                CInt(bottom - top)
            )
        }
    }

    private func checked(_ count: Int, from start: Int, to target: Int) -> Columns {
        precondition(
            count >= 0 && start >= 0 && target >= 0 && max(start, target) + count <= width,
            "Columns are copied within a picture."
        )
        return Columns(start: start, target: target, count: count, width: width, height: height)
    }

    private struct Columns {
        let start, target, count, width, height: Int

        func move(_ source: UnsafePointer<UInt8>?, _ mine: UnsafeMutablePointer<UInt8>?) {
            cpicture_move(
                source,
                CInt(start),
                mine,
                CInt(target),
                CInt(width),
                CInt(count),
                CInt(height)
            )
        }
    }
}
