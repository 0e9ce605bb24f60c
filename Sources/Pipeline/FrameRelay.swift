import Dispatch
import Editorial
import Media
import Synchronization

/// Frames on their way from whoever makes them to whoever takes them, a few at
/// a time and in order, so that both work at once and memory stays bounded.
final class FrameRelay: Sendable {
    private let frames: [Frame]
    private let frameCount: Int
    private let isStopped = Mutex(false)
    private let empty = DispatchSemaphore(value: 0)
    private let full = DispatchSemaphore(value: 0)
    private let done = DispatchGroup()

    /// - Throws: ``MediaError`` when there is not enough memory.
    init(size: PixelSize, format: FrameFormat, frameCount: Int) throws(MediaError) {
        var frames: [Frame] = []
        // One being made, one being taken, and one between them.
        for _ in 0..<3 { frames.append(try Frame(size: size, format: format)) }
        self.frames = frames
        self.frameCount = frameCount
        // A semaphore may not end below what it began with, as it would when stopped.
        for _ in frames { empty.signal() }
    }

    /// Makes every frame by `make`, which runs away from the calling thread,
    /// and hands each to `take`, which runs on it.
    ///
    /// When `take` throws, no further frame is begun; the one that is being made
    /// is waited for.
    func run(
        make: @escaping @Sendable (_ index: Int, _ frame: Frame) -> Void,
        take: (_ index: Int, _ frame: Frame) throws -> Void
    ) rethrows {
        DispatchQueue.global().async(group: done) { [self] in
            for index in 0..<frameCount {
                empty.wait()
                if isStopped.withLock({ $0 }) { return }
                make(index, frames[index % frames.count])
                full.signal()
            }
        }
        defer {
            isStopped.withLock { $0 = true }
            empty.signal()
            done.wait()
        }
        for index in 0..<frameCount {
            full.wait()
            try take(index, frames[index % frames.count])
            empty.signal()
        }
    }
}
