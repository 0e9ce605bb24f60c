import Dispatch
import Editorial
import Media
import Terminal

/// Decodes and encodes away from the main loop, one picture at a time.
///
/// @unchecked: everything is touched on `queue` alone.
final class PlayerRenderer: @unchecked Sendable {
    private let queue = DispatchQueue(label: "kinema.player", qos: .userInitiated)
    private let pictures: FilmPictures
    /// Other versions, opened when they are first looked at.
    private let versions: [String]
    private var opened: [Int: FilmPictures] = [:]
    private var layer: PictureLayer
    private var generation = -1

    init(
        _ path: String,
        versions: [String] = [],
        capabilities: TerminalCapabilities
    ) throws {
        pictures = try FilmPictures(path)
        self.versions = versions
        layer = PictureLayer(protocol: capabilities.graphics, capabilities: capabilities)
        info = pictures.info
    }

    let info: MediaInfo

    /// Draws from now on as this terminal can.
    func use(_ capabilities: TerminalCapabilities) {
        queue.async { [self] in
            layer = PictureLayer(protocol: capabilities.graphics, capabilities: capabilities)
        }
    }

    /// Makes the bytes that show a picture and calls back on the main queue.
    func render(
        _ job: PlayerJob,
        then done: @escaping @MainActor @Sendable (Result<PlayerResult, any Error>) -> Void
    ) {
        queue.async { [self] in
            let result = Result { try make(job) }
            DispatchQueue.main.async { MainActor.assumeIsolated { done(result) } }
        }
    }

    /// Decodes up to a frame that is not shown, so that a later one is there
    /// sooner, and calls back on the main queue.
    func advance(to frame: FrameIndex, then done: @escaping @MainActor @Sendable () -> Void) {
        queue.async { [self] in
            // What is wrong with the film is told when a picture of it is made.
            try? pictures.advance(to: frame)
            DispatchQueue.main.async { MainActor.assumeIsolated { done() } }
        }
    }

    /// Makes the bytes that show a picture, on the calling thread.
    func renderNow(_ job: PlayerJob) throws -> PlayerResult { try queue.sync { try make(job) } }

    private func make(_ job: PlayerJob) throws -> PlayerResult {
        if job.generation != generation {
            layer.invalidate()
            generation = job.generation
        }
        layer.screen = job.screen
        layer.quality = job.quality
        let fit = layer.fit(width: info.size.width, height: info.size.height, in: job.area)
        let size = PixelSize(width: max(1, fit.width), height: max(1, fit.height))
        let picture = try picture(job, size: size)
        let bytes = layer.encode(picture, in: fit.cells, covered: [])
        return PlayerResult(
            job: job,
            cells: fit.cells,
            bytes: bytes,
            erasure: layer.erasure,
            isComplete: layer.isComplete
        )
    }

    private func picture(_ job: PlayerJob, size: PixelSize) throws -> Picture {
        guard job.overlay != .nothing else {
            return job.quality.isStill
                ? try pictures.still(at: job.frame, size: size)
                : try pictures.moving(at: job.frame, size: size)
        }
        // What is drawn on, and what is compared, is of one extent.
        var craft = PictureCraft(try pictures.still(at: job.frame, size: size))
        if let versus = job.overlay.versus, let other = try version(versus.version) {
            let last = max(0, (other.info.frameCount ?? 1) - 1)
            let frame = FrameIndex(min(job.frame.value, last))
            craft.compare(
                with: PictureCraft(try other.still(at: frame, size: size)),
                versus.mode,
                at: versus.place
            )
        }
        for pin in job.overlay.pins { craft.draw(pin.mark, isCurrent: pin.isCurrent) }
        return craft.picture
    }

    private func version(_ number: Int) throws -> FilmPictures? {
        guard versions.indices.contains(number) else { return nil }
        if let film = opened[number] { return film }
        let film = try FilmPictures(versions[number])
        opened[number] = film
        return film
    }
}
