import Editorial
import Media
import Motion

extension CameraTrack {
    /// The most frames that are followed: ten minutes at 60 a second.
    package static let longest = 36_000

    /// Follows the camera of a film.
    ///
    /// Any cut begins a new scene. `report` is told the share that is done
    /// after each frame; when it throws, reading stops.
    ///
    /// - Throws: ``MediaError`` when the film cannot be read, has a single
    ///   frame, is longer than ``longest``, runs backwards in time or shows nothing to hold on
    ///   to; and whatever `report` throws.
    package init(
        reading path: String,
        model: MotionModel = .homography,
        report: (Double) throws -> Void = { _ in }
    ) throws {
        let reader = try MotionVectorReader(path)
        let estimator = MotionEstimator(size: reader.size, model: model)
        let film = reader.info.size
        let scale = (
            x: Double(film.width) / Double(reader.size.width),
            y: Double(film.height) / Double(reader.size.height)
        )
        var steps: [Step] = []
        var cuts = [0]
        while try reader.next() {
            let found = estimator.take(reader)
            if found.isCut { cuts.append(steps.count) }
            steps.append(
                Step(
                    seconds: reader.seconds,
                    map: found.map.scaled(scale.x, scale.y),
                    sureness: found.sureness,
                    parallax: found.parallax
                )
            )
            guard steps.count <= CameraTrack.longest else { throw MediaError(tooLong: path) }
            try report(min(1, Double(steps.count) / Double(max(1, reader.info.frameCount ?? 1))))
        }
        guard steps.count > 1 else { throw MediaError(singleFrame: path, count: steps.count) }
        guard estimator.hasTexture else { throw MediaError(withoutTexture: path) }
        let ends = cuts.dropFirst() + [steps.count]
        self.init(size: film, steps: steps, scenes: zip(cuts, ends).map { $0..<$1 })
    }
}

extension MediaError {
    fileprivate init(singleFrame path: String, count: Int) {
        self.init(
            kind: .unsupported,
            message: "The reference clip \(Self.name(path)) has "
                + (count == 1 ? "a single frame" : "no frames")
                + ", and motion takes two at least; choose a longer clip."
        )
    }

    fileprivate init(withoutTexture path: String) {
        self.init(
            kind: .unsupported,
            message: "The reference clip \(Self.name(path)) shows nothing with enough detail to "
                + "follow; choose one with edges and corners in it."
        )
    }

    fileprivate init(tooLong path: String) {
        self.init(
            kind: .tooLarge,
            message: "The reference clip \(Self.name(path)) has more than "
                + "\(CameraTrack.longest) frames; cut the part whose motion you want."
        )
    }

    /// The last part of a path, in quotation marks.
    private static func name(_ path: String) -> String {
        "“\(path.split(separator: "/").last.map(String.init) ?? path)”"
    }
}
