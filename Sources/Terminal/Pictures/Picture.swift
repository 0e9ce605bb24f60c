/// A picture to be shown, in whatever form its maker has it.
package struct Picture: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        /// 8 bits each of R, G, B, A; rows without padding.
        case rgba([UInt8])
        case planar(PlanarPixels)
    }

    package let width: Int
    package let height: Int
    let form: Form

    /// Takes RGBA, 8 bits a channel, rows without padding.
    ///
    /// - Precondition: There are exactly `width * height * 4` bytes.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(
            width > 0 && height > 0 && pixels.count == width * height * 4,
            "A picture's pixels must fill it."
        )
        self.width = width
        self.height = height
        form = .rgba(pixels)
    }

    /// Takes a film's frame as it was decoded; its pixels are read where they lie.
    package init(_ planes: PlanarPixels) {
        width = planes.width
        height = planes.height
        form = .planar(planes)
    }

    /// The picture as RGBA of its own extent; a film's frame is converted at every call.
    package var pixels: [UInt8] {
        var pixels: [UInt8] = []
        draw(CellPixels(width: width, height: height), into: &pixels)
        return pixels
    }
}
