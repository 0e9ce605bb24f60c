import Editorial
import Media
import Rendering

/// A film's frames at another rate.
final class RateSource: FrameSource {
    private let source: any FrameSource
    private let converter: FrameRateConverter
    private let made: Frame
    let rate: FrameRate

    /// - Parameters:
    ///   - source: Frames of `format`; how many must be known.
    ///   - rate: The new rate.
    ///   - method: How frames between two are made.
    ///   - format: rgba8 or yuv420p8.
    /// - Throws: ``MediaError`` when there is not enough memory.
    init(
        _ source: any FrameSource,
        to rate: FrameRate,
        by method: FrameRateMethod,
        format: FrameFormat
    ) throws(MediaError) {
        self.source = source
        self.rate = rate
        converter = try FrameRateConverter(
            method,
            size: source.size,
            format: format,
            from: source.rate,
            to: rate,
            sourceCount: max(1, source.frameCount ?? 1)
        )
        made = try Frame(size: source.size, format: format)
    }

    var size: PixelSize { source.size }
    var frameCount: Int? { converter.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        guard index.value < converter.frameCount else { return nil }
        try converter.render(index, into: made) { number in
            guard let frame = try source.frame(at: number) else {
                throw MediaError(
                    kind: .damaged,
                    message: "The film ended early; copy or export it again."
                )
            }
            return frame
        }
        return made
    }
}
