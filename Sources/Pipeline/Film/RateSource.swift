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
    ///   - source: Frames of `format`.
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
            sourceCount: source.frameCount.map { max(1, $0) }
        )
        made = try Frame(size: source.size, format: format)
    }

    var size: PixelSize { source.size }
    var frameCount: Int? { converter.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        if let count = converter.frameCount, index.value >= count { return nil }
        let isThere = try converter.render(index, into: made) { number in
            let frame = try source.frame(at: number)
            if frame == nil, source.frameCount != nil {
                throw MediaError(
                    kind: .damaged,
                    message: "The film ended early; copy or export it again."
                )
            }
            return frame
        }
        return isThere ? made : nil
    }
}
