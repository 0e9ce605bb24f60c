package import Editorial
package import Media

/// A film that another process decodes into a pipe, frame after frame.
///
/// The last two frames are kept, as those who mix two look back by one.
package final class PipedFilm: FrameSource {
    private let reader: RawVideoReader
    private let count: Int
    private let wait: () throws -> Void
    private let failure: () -> any Error
    private var kept: [(number: Int, frame: Frame)] = []
    private var next = 0

    /// Reads rgba from an open file.
    ///
    /// `wait` is called before each frame and returns once there is something
    /// to read; `failure` says why a film ended before its time.
    ///
    /// - Throws: ``MediaError`` for a size that no film has.
    package init(
        _ descriptor: CInt,
        size: PixelSize,
        rate: FrameRate,
        frameCount: Int,
        wait: @escaping () throws -> Void,
        failure: @escaping () -> any Error
    ) throws(MediaError) {
        let video = try RawVideo(size: size, frameRate: rate, samples: "rgba")
        reader = try RawVideoReader(descriptor, as: video, format: .rgba8)
        count = frameCount
        self.wait = wait
        self.failure = failure
    }

    package var size: PixelSize { reader.video.size }
    package var rate: FrameRate { reader.video.frameRate }
    package var frameCount: Int? { count }

    package func frame(at index: FrameIndex) throws -> Frame? {
        guard index.value < count else { return nil }
        while next <= index.value {
            try wait()
            guard let frame = try reader.next() else { throw failure() }
            kept = kept.suffix(1) + [(next, frame)]
            next += 1
        }
        guard let found = kept.first(where: { $0.number == index.value }) else {
            preconditionFailure("A pipe goes forward.")
        }
        return found.frame
    }
}
