package import Editorial
package import Media

/// The frames of a film, or of a part of it.
package final class FilmSource: FrameSource {
    package let reader: VideoReader
    /// The part of the film that is shown.
    package let range: Range<Int>

    /// Opens a film.
    ///
    /// `range` is cut to what the film has; nil is all of it.
    ///
    /// - Throws: ``MediaError``.
    package init(
        _ path: String,
        size: PixelSize? = nil,
        range: Range<Int>? = nil,
        format: FrameFormat
    ) throws(MediaError) {
        reader = try VideoReader(path, size: size, format: format)
        let whole = 0..<(reader.info.frameCount ?? 0)
        self.range = range?.clamped(to: whole) ?? whole
    }

    package var size: PixelSize { reader.size }
    package var rate: FrameRate { reader.info.frameRate ?? FrameRate(25) }
    package var frameCount: Int? { range.count }

    package func frame(at index: FrameIndex) throws -> Frame? {
        guard index.value < range.count else { return nil }
        return try reader.frame(at: FrameIndex(range.lowerBound + index.value))
    }
}
