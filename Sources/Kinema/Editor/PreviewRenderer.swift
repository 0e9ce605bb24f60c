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
        var bytes: [UInt8] = []
        var problem: String?
        do {
            let shape = try shape(of: job.request)
            let fit = layer.fit(width: shape.width, height: shape.height, in: job.area)
            if fit.width > 0, fit.height > 0, graphics != .none {
                let size = PixelSize(width: fit.width, height: fit.height)
                let picture = try picture(for: job.request, size: size)
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
            milliseconds: Double(nanoseconds) / 1_000_000,
            problem: problem
        )
    }

    /// Returns the shape that the pictures of a request have.
    private func shape(of request: PreviewRequest) throws -> PixelSize {
        switch request.content {
        case .shot(let draft): return draft.size
        case .film(let asset, _):
            if let film, film.asset == asset { return film.shape }
            return try MediaInfo(probing: sources.path(of: asset)).size
        }
    }

    private func picture(for request: PreviewRequest, size: PixelSize) throws -> Picture {
        let frame =
            switch request.content {
            case .shot(let draft): try shotFrame(draft, request, size: size)
            case .film(let asset, _): try filmFrame(asset, request, size: size)
            }
        return Picture(frame)
    }

    private func shotFrame(
        _ draft: Draft,
        _ request: PreviewRequest,
        size: PixelSize
    ) throws -> Frame {
        let key = ShotRender.Key(source: .init(draft), motions: draft.motions, size: size)
        if shot?.key != key {
            shot = try ShotRender(key: key, source: sources.frame(for: draft), presets: presets)
        }
        guard let shot else { preconditionFailure("The render was just made.") }
        return try shot.frame(
            at: CameraPath.time(of: request.frame, count: request.frameCount)
        )
    }

    private func filmFrame(
        _ asset: Asset.ID,
        _ request: PreviewRequest,
        size: PixelSize
    ) throws -> Frame {
        if film?.asset != asset || film?.size != size {
            film = try FilmPlayback(asset: asset, path: sources.path(of: asset), size: size)
        }
        guard let film else { preconditionFailure("The film was just opened.") }
        return try film.reader.frame(at: request.frame)
    }
}

/// A film that is open for the preview, scaled to one size.
private struct FilmPlayback {
    let asset: Asset.ID
    /// The size its pictures are scaled to.
    let size: PixelSize
    /// Its own size.
    let shape: PixelSize
    let reader: VideoReader

    init(asset: Asset.ID, path: String, size: PixelSize) throws {
        self.asset = asset
        self.size = size
        reader = try VideoReader(path, size: size)
        shape = reader.info.size
    }
}

extension Picture {
    /// Copies the pixels of an `rgba8` frame, row by row.
    init(_ frame: Frame) {
        let (width, height) = (frame.size.width, frame.size.height)
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
            frame.withPlane { base, stride in
                for row in 0..<height {
                    buffer.baseAddress?.advanced(by: row * width * 4)
                        .update(from: base + row * stride, count: width * 4)
                }
            }
            count = width * height * 4
        }
        self.init(width: width, height: height, pixels: pixels)
    }
}
