import Dispatch
import Editor
import Editorial
import Input
import Media
import Motion
import Rendering
import Terminal

/// Renders and encodes the preview away from the main loop, one picture at a time.
///
/// Whoever asks keeps only the newest request, so a slow picture drops frames
/// and never queues them.
actor PreviewRenderer {
    private let layer: PictureLayer
    private let graphics: GraphicsProtocol
    private let presets: PresetLibrary
    private let sources: PreviewSources
    private var generation = -1
    private var shot: ShotRender?
    private var film: FilmPlayback?

    init(
        graphics: GraphicsProtocol,
        capabilities: TerminalCapabilities,
        presets: PresetLibrary,
        sources: PreviewSources
    ) {
        layer = PictureLayer(protocol: graphics, capabilities: capabilities)
        self.graphics = graphics
        self.presets = presets
        self.sources = sources
    }

    /// Makes the bytes that show a picture.
    func render(_ job: PreviewJob) -> PreviewResult {
        let started = DispatchTime.now()
        if job.generation != generation {
            layer.invalidate()
            generation = job.generation
        }
        layer.screen = job.screen
        layer.quality = job.quality
        var bytes: [UInt8] = []
        var problem: String?
        do {
            let shape = try shape(of: job.request)
            let fit = layer.fit(width: shape.width, height: shape.height, in: job.area)
            if fit.width > 0, fit.height > 0, graphics != .none {
                let size = PixelSize(width: fit.width, height: fit.height)
                let picture = try picture(for: job, size: size)
                bytes = layer.encode(picture, in: fit.cells, covered: job.covered)
            }
        } catch {
            problem = "\(error)"
        }
        let nanoseconds = DispatchTime.now().uptimeNanoseconds - started.uptimeNanoseconds
        return PreviewResult(
            job: job,
            bytes: bytes,
            erasure: layer.erasure,
            isComplete: layer.isComplete,
            milliseconds: Double(nanoseconds) / 1_000_000,
            problem: problem
        )
    }

    /// Returns the shape that the pictures of a request have.
    private func shape(of request: PreviewRequest) throws -> PixelSize {
        switch request.content {
        case .shot(let draft): return draft.size
        case .film(let asset, _):
            return try pictures(of: asset).info.size
        }
    }

    private func picture(for job: PreviewJob, size: PixelSize) throws -> Picture {
        switch job.request.content {
        case .shot(let draft): return Picture(try shotFrame(draft, job.request, size: size))
        case .film(let asset, _):
            let pictures = try pictures(of: asset)
            return job.quality.isStill
                ? try pictures.still(at: job.request.frame, size: size)
                : try pictures.moving(at: job.request.frame, size: size)
        }
    }

    private func shotFrame(
        _ draft: Draft,
        _ request: PreviewRequest,
        size: PixelSize
    ) throws -> Frame {
        let key = ShotRender.Key(
            draft,
            presets: presets,
            size: size,
            frameCount: request.frameCount
        )
        if shot?.key != key {
            shot = try sources.render(draft, key: key)
        }
        guard let shot else { preconditionFailure("The render was just made.") }
        return try shot.frame(at: request.frame)
    }

    private func pictures(of asset: Asset.ID) throws -> FilmPictures {
        if let film, film.asset == asset { return film.pictures }
        let pictures = try FilmPictures(sources.path(of: asset))
        film = FilmPlayback(asset: asset, pictures: pictures)
        return pictures
    }
}

/// A film that is open for the preview.
private struct FilmPlayback {
    let asset: Asset.ID
    let pictures: FilmPictures
}
