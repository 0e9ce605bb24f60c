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
    private var presets = PresetLibrary([])
    private let sources: PreviewSources
    private var generation = -1
    private var shot: ShotRender?
    /// The colour at the probe of the picture that is made.
    private var probed: ProbeReading?
    /// The films that are open: the one that is shown, and the one beside it.
    private var films: [FilmPlayback] = []
    private var thumbnails: ThumbnailMaker
    private let cell: CellPixels

    init(
        graphics: GraphicsProtocol,
        capabilities: TerminalCapabilities,
        sources: PreviewSources
    ) {
        layer = PictureLayer(protocol: graphics, capabilities: capabilities)
        self.graphics = graphics
        self.sources = sources
        cell = capabilities.cell
        thumbnails = ThumbnailMaker(sources: sources)
    }

    /// Makes the bytes that show a picture, whose camera moves by these presets.
    func render(_ job: PreviewJob, presets: PresetLibrary) -> PreviewResult {
        let started = DispatchTime.now()
        self.presets = presets
        if job.generation != generation {
            layer.invalidate()
            generation = job.generation
        }
        layer.screen = job.screen
        layer.quality = job.quality
        probed = nil
        var bytes: [UInt8] = []
        var problem: String?
        var reading: ScopeReading?
        var isUnfinished = false
        do {
            let shape = try shape(of: job.request)
            let fit = layer.fit(width: shape.width, height: shape.height, in: job.area)
            if fit.width > 0, fit.height > 0, graphics != .none {
                let size = PixelSize(width: fit.width, height: fit.height)
                if case .tiles(let tiles, let cells) = job.request.content {
                    let sheet = thumbnails.sheet(of: tiles, over: cells, size: size)
                    isUnfinished = sheet.isUnfinished
                    let covered = job.covered + sheet.missing.map { $0.moved(to: fit.cells) }
                    bytes = layer.encode(sheet.picture, in: fit.cells, covered: covered)
                } else {
                    let picture = try crafted(job, size: size)
                    reading = measure(picture, job.request.scope)
                    bytes = layer.encode(picture, in: fit.cells, covered: job.covered)
                }
            }
        } catch {
            problem = "\(error)"
        }
        let nanoseconds = DispatchTime.now().uptimeNanoseconds - started.uptimeNanoseconds
        return PreviewResult(
            job: job,
            bytes: bytes,
            erasure: layer.erasure,
            isComplete: layer.isComplete && !isUnfinished,
            milliseconds: Double(nanoseconds) / 1_000_000,
            problem: problem,
            reading: reading,
            probed: probed
        )
    }

    private func measure(_ picture: Picture, _ scope: Scope?) -> ScopeReading? {
        guard let scope else { return nil }
        return ScopeMeter(pixels: picture.pixels, width: picture.width, height: picture.height)
            .read(scope)
    }

    /// The picture with what it is compared with, and the guides over it.
    private func crafted(_ job: PreviewJob, size: PixelSize) throws -> Picture {
        let request = job.request
        guard request.other != nil || request.guides != PreviewGuides() || request.probe != nil
        else {
            return try picture(of: request, isStill: job.quality.isStill, size: size)
        }
        // Both pictures are wanted in the same extent.
        var craft = PictureCraft(try picture(of: request, isStill: true, size: size))
        if let other = request.other {
            let frame = FrameIndex(min(request.frame.value, max(0, other.frameCount - 1)))
            let beside = try pictures(of: other.film).still(at: frame, size: size)
            craft.compare(
                with: PictureCraft(beside),
                other.comparison.mode,
                at: other.comparison.place
            )
        }
        if let probe = request.probe { probed = craft.read(probe) }
        craft.draw(request.guides)
        if let probe = request.probe { craft.draw(probe) }
        return craft.picture
    }

    /// Returns the shape that the pictures of a request have.
    private func shape(of request: PreviewRequest) throws -> PixelSize {
        switch request.content {
        case .shot(let draft): return draft.size
        case .film(let asset, _):
            return try pictures(of: asset).info.size
        case .asset(_, let size, _), .live(_, let size): return size
        case .tiles(_, let cells):
            return PixelSize(
                width: cells.columns * cell.width,
                height: cells.rows * cell.height
            )
        case .nothing: return PixelSize(width: 0, height: 0)
        }
    }

    private func picture(
        of request: PreviewRequest,
        isStill: Bool,
        size: PixelSize
    ) throws -> Picture {
        switch request.content {
        case .shot(let draft): return Picture(try shotFrame(draft, request, size: size))
        case .film(let asset, _):
            let pictures = try pictures(of: asset)
            return isStill
                ? try pictures.still(at: request.frame, size: size)
                : try pictures.moving(at: request.frame, size: size)
        case .asset(let asset, _, let isFilm):
            guard isFilm else { return Picture(try sources.still(asset)) }
            let pictures = try pictures(of: asset)
            let last = max(0, (pictures.info.frameCount ?? 1) - 1)
            let frame = FrameIndex(min(request.frame.value, last))
            return isStill
                ? try pictures.still(at: frame, size: size)
                : try pictures.moving(at: frame, size: size)
        case .live(let live, _): return Picture(try sources.live(live))
        case .tiles, .nothing: throw Complaint("There is no picture to show.")
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
        if let film = films.first(where: { $0.asset == asset }) { return film.pictures }
        let pictures = try FilmPictures(sources.path(of: asset))
        films.append(FilmPlayback(asset: asset, pictures: pictures))
        if films.count > 2 { films.removeFirst() }
        return pictures
    }
}

extension CellRect {
    /// The same cells, counted from the screen's corner instead of another rectangle's.
    fileprivate func moved(to origin: CellRect) -> CellRect {
        CellRect(
            column: column + origin.column,
            row: row + origin.row,
            columns: columns,
            rows: rows
        )
    }
}

/// A film that is open for the preview.
private struct FilmPlayback {
    let asset: Asset.ID
    let pictures: FilmPictures
}
