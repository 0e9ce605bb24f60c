import Editorial
import Media

/// A film's frames with something drawn upon them.
final class PaintedSource: FrameSource {
    private let source: any FrameSource
    private let painter: OverlayPainter
    private var last: (number: Int, frame: Frame)?

    init(_ source: any FrameSource, _ overlays: [Overlay]) throws(MediaError) {
        self.source = source
        painter = try OverlayPainter(overlays, size: source.size, rate: source.rate)
    }

    var size: PixelSize { source.size }
    var rate: FrameRate { source.rate }
    var frameCount: Int? { source.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        if let last, last.number == index.value { return last.frame }
        guard let frame = try source.frame(at: index) else { return nil }
        let painted = try painter.paint(frame, at: index)
        last = (index.value, painted)
        return painted
    }
}
