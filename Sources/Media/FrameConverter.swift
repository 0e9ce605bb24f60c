import CLibAV
package import Editorial

/// Brings frames from one format to another; one owner.
package final class FrameConverter {
    private let converter = PictureConverter()
    private let target: Frame

    /// - Throws: ``MediaError`` when there is not enough memory.
    package init(size: PixelSize, to format: FrameFormat) throws(MediaError) {
        target = try Frame(size: size, format: format)
    }

    /// Returns the frame in the other format, good until the next call.
    package func convert(_ frame: Frame) throws(MediaError) -> Frame {
        guard frame.format != target.format else { return frame }
        try converter.convert(
            frame.pointer,
            meaning: .film,
            to: target.pointer,
            meaning: .film,
            for: "the film"
        )
        return target
    }
}
