package import Editorial
package import Media

/// The frames that come out of a pipe, each once.
package final class PipeSource: FrameSource {
    private let reader: RawVideoReader
    private var last: (number: Int, frame: Frame?)?

    package init(_ reader: RawVideoReader) { self.reader = reader }

    package var size: PixelSize { reader.video.size }
    package var rate: FrameRate { reader.video.frameRate }
    package var frameCount: Int? { nil }

    package func frame(at index: FrameIndex) throws -> Frame? {
        precondition(index.value >= last?.number ?? 0, "A pipe goes forward.")
        if let last, last.number == index.value || last.frame == nil { return last.frame }
        for number in (last.map { $0.number + 1 } ?? 0)...index.value {
            let frame = try reader.next()
            last = (number, frame)
            if frame == nil { return nil }
        }
        return last?.frame
    }
}
