import Editorial
import Media

/// A source's frames as yuv420p8.
final class ConvertedSource: FrameSource {
    private let source: any FrameSource
    private let converter: FrameConverter

    init(_ source: any FrameSource) throws(MediaError) {
        self.source = source
        converter = try FrameConverter(size: source.size, to: .yuv420p8)
    }

    var size: PixelSize { source.size }
    var rate: FrameRate { source.rate }
    var frameCount: Int? { source.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        guard let frame = try source.frame(at: index) else { return nil }
        return try converter.convert(frame)
    }
}
