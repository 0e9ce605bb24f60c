/// A picture to be shown: RGBA, 8 bits a channel, rows without padding.
package struct Picture: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let pixels: [UInt8]

    /// - Precondition: There are exactly `width * height * 4` bytes.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(
            width > 0 && height > 0 && pixels.count == width * height * 4,
            "A picture's pixels must fill it."
        )
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
