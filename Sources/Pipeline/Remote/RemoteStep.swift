import Editorial
import Foundation
import Generation
import Jobs
import Media
import Motion

/// Has a take's picture or film made by a model elsewhere.
struct RemoteStep {
    let leased: LeasedJob
    let queue: JobQueue
    let desk: RemoteDesk
    let presets: PresetLibrary
    let context: StepContext
    let isCancelled: () -> Bool

    /// Returns the picture or the film, which was decoded before it is taken over.
    func run() throws -> Asset {
        let draft = context.take.draft
        guard let model = desk.models[draft.model], let name = model.provider else {
            throw StepFailure(
                "The model “\(draft.model)” is not set up here; choose another and generate again."
            )
        }
        let landing = try landing()
        let provider: any Provider
        do throws(ProviderError) {
            provider = try desk.provider(name)
        } catch {
            throw StepFailure(error)
        }
        let run = RemoteRun(
            leased: leased,
            queue: queue,
            provider: provider,
            request: GenerationRequest(
                draft,
                key: leased.job.id.text,
                model: model,
                startFrame: try frame(.start, for: model, in: landing),
                endFrame: try frame(.end, for: model, in: landing),
                camera: CameraWords(draft, to: model.abilities.camera, in: presets)
            ),
            payment: Payment(
                Charge(
                    job: leased.job.id,
                    take: context.take.id,
                    model: model.id,
                    price: model.price(of: draft)
                ),
                from: desk.purse
            ),
            // What is under way already is paid for, and is fetched whatever it is.
            obstacle: ModelFit(draft, for: model).problem?.message,
            landing: landing,
            watch: RemoteWatch(
                report: context.report,
                log: context.log,
                isStopped: context.isStopped,
                isCancelled: isCancelled,
                show: { try TakePreview(context: context).show($0) }
            ),
            nap: desk.nap
        )
        // From here on there is the picture or the film itself, or nothing.
        defer { try? context.ledger.clearPreview(of: context.take.id) }
        let path = try run.file()
        do {
            return try adopt(path, made: model.product)
        } catch let error as MediaError where error.kind != .outOfMemory && error.kind != .diskFull
        {
            // It never becomes a take, however often it is asked for.
            try queue.forget(leased.lease)
            try? FileManager.default.removeItem(atPath: landing.directory)
            throw StepFailure(
                "What \(model.title) sent cannot be shown: \(error.message) Generate it again."
            )
        }
    }

    private var landingPath: String { desk.landingPath(of: leased.job.id) }

    private func landing() throws -> Landing {
        do {
            try FileManager.default.createDirectory(
                atPath: landingPath,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw StepFailure(
                "\(landingPath) could not be made; make room on the disk and retry.",
                isTransient: true
            )
        }
        return Landing(landingPath)
    }

    /// Writes a frame that goes in anew, at the size that is asked for: a service is
    /// given the pixels, and nothing else that a file may tell of its owner.
    private func frame(
        _ place: GenerationRequest.Frame.Place,
        for model: Model,
        in landing: Landing
    ) throws -> GenerationRequest.Frame? {
        let draft = context.take.draft
        let isTaken =
            (place == .start ? model.abilities.startFrame : model.abilities.endFrame) != .impossible
        guard let asset = place == .start ? draft.startFrame : draft.endFrame, isTaken,
            let path = landing.path("\(place.rawValue).jpg")
        else { return nil }
        if leased.job.ticket == nil {
            let name = "\(place.rawValue) frame"
            let source = try context.readForeign(try context.path(of: asset, called: name))
            let size = model.abilities.size(for: context.take.draft.size)
            try StillWriter.write(try fitted(source, to: size), to: path)
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let count = attributes?[.size] as? Int ?? 0
        return GenerationRequest.Frame(place, path: path, type: "image/jpeg", byteCount: count)
    }

    private func fitted(_ picture: Frame, to size: PixelSize) throws -> Frame {
        let still = StillSource(picture, rate: context.take.draft.frameRate, frameCount: 1)
        let source = try FittedSource(still, to: size, .crop, format: .rgba8)
        return try source.frame(at: FrameIndex(0)) ?? picture
    }

    private func adopt(_ path: String, made product: Model.Product) throws -> Asset {
        switch product {
        case .picture: try adoptPicture(path)
        case .film: try adoptFilm(path)
        }
    }

    /// A picture is decoded away from here, and written anew.
    private func adoptPicture(_ path: String) throws -> Asset {
        let frame = try context.readForeign(path)
        try context.report(0.97)
        let copy = context.scratchPath("image.png")
        try StillWriter.write(frame, to: copy)
        return try context.ledger.adopt(
            file: copy,
            kind: .image,
            name: "take \(context.take.number)",
            size: frame.size
        )
    }

    /// A film is decoded away from here and brought to what the draft asks for.
    private func adoptFilm(_ path: String) throws -> Asset {
        let draft = context.take.draft
        let output = context.scratchPath("video.mp4")
        let film = try context.readForeignFilm(path)
        try ConformedFilm(film: film, draft: draft, direction: ShotDirection(draft, in: presets))
            .write(to: output) { try context.report(0.95 + 0.05 * $0) }
        return try context.ledger.adopt(
            file: output,
            kind: .video,
            name: "take \(context.take.number)",
            size: draft.size
        )
    }
}
