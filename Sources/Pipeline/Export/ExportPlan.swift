package import Editorial
package import Media
import Rendering

/// What an export of a film comes down to, decided before anything is done.
package struct ExportPlan: Sendable {
    package let source: String
    package let info: MediaInfo
    package let request: ExportRequest
    /// The frames of the film that are shown.
    package let range: Range<Int>
    package let size: PixelSize
    package let rate: FrameRate
    /// Frames that are written.
    package let frameCount: Int
    package let sound: SoundEdit.Outcome
    /// Whether streams are copied and nothing is encoded.
    package let isCopy: Bool

    /// Decides.
    ///
    /// - Parameters:
    ///   - source: The film's path.
    ///   - info: What it is.
    ///   - request: What is asked of it.
    ///   - mayCopy: Whether a film that has the codec already may stay as it is,
    ///     as when nobody has asked for a quality.
    /// - Throws: ``MediaError`` when nothing of the film would be left.
    package init(
        source: String,
        info: MediaInfo,
        request: ExportRequest,
        mayCopy: Bool
    ) throws {
        self.source = source
        self.info = info
        self.request = request
        let filmRate = info.frameRate ?? FrameRate(25)
        let count = info.frameCount ?? 1
        let first = filmRate.frame(at: request.start).value
        let asked = request.length.map { filmRate.frameCount(for: $0) } ?? count
        range = min(first, count)..<min(count, min(first, count) + asked)
        guard !range.isEmpty else {
            throw MediaError(
                kind: .unsupported,
                message:
                    "The film ends at \(info.duration?.seconds ?? 0) s, before the part that is "
                    + "wanted; choose an earlier --start."
            )
        }
        let film = PostPlan.filmSize(of: info.size)
        size = ExportPlan.size(of: film, request)
        let fastest = request.fastest.flatMap {
            $0.framesPerSecond < filmRate.framesPerSecond ? $0 : nil
        }
        let shown = request.rate ?? fastest ?? filmRate
        rate = shown
        let length = filmRate.time(of: FrameIndex(range.count))
        frameCount = shown == filmRate ? range.count : shown.frameCount(for: length)
        let isWhole = range.count == count
        sound = request.sound.outcome(
            of: (source, info),
            from: filmRate.time(of: FrameIndex(range.lowerBound)),
            length: length,
            isWhole: isWhole,
            in: request.container
        )
        let keepsSound = if case .mixed = sound { false } else { true }
        isCopy =
            mayCopy && isWhole && keepsSound && size == info.size && rate == filmRate
            && info.videoCodec == request.codec.id && info.kind == .video
            && request.container.format != "gif" && request.container.format != "webp"
            && request.container.format != "apng"
            && !(request.isDeep && !info.pixelFormat.contains("10"))
    }

    private static func size(of film: PixelSize, _ request: ExportRequest) -> PixelSize {
        if let size = request.size { return size }
        guard let side = request.longestSide, max(film.width, film.height) > side else {
            return film
        }
        let box = film.fitted(into: PixelSize(width: side, height: side))
        return PostPlan.filmSize(of: box)
    }

    /// How the film is encoded.
    package var settings: FilmSettings {
        var settings = FilmSettings(
            size: size,
            frameRate: rate,
            codec: request.codec,
            container: request.container,
            quality: request.quality,
            speed: request.speed,
            metadata: info.ownMetadata,
            format: request.isDeep && request.codec.hasTenBits ? .yuv420p10 : .yuv420p8
        )
        settings.prefersHardware = request.prefersHardware
        settings.dither = request.dither
        return settings
    }

    /// The plan for a person, a line each.
    package var lines: [String] {
        let filmRate = info.frameRate ?? rate
        var lines = [
            "decode     frames \(range.lowerBound) to \(range.upperBound - 1) of "
                + "\(info.frameCount ?? 1), \(info.videoCodec) \(info.size), \(filmRate) fps"
        ]
        if isCopy { return lines.map { _ in "copy       all streams, untouched" } }
        if size != PostPlan.filmSize(of: info.size) {
            lines.append("scale      to \(size), \(request.fit.rawValue)")
        }
        if rate != filmRate {
            lines.append("rate       \(rate) fps, \(request.rateMethod.rawValue)")
        }
        let bits = settings.format == .yuv420p10 ? ", 10 bits" : ""
        let quality = request.codec.quality.map { scale in
            ", \(scale.name) \(request.quality ?? scale.standard)"
        }
        lines.append(
            "encode     \(frameCount) frames, \(request.codec.title)\(bits)\(quality ?? ""), "
                + "in \(request.container.title)"
        )
        lines.append("sound      \(sound.title)")
        return lines
    }
}

extension MediaInfo {
    /// The tags that are not the container's about itself.
    package var ownMetadata: [String: String] {
        let own = ["major_brand", "minor_version", "compatible_brands", "encoder", "duration"]
        var tags = metadata.filter { !own.contains($0.key.lowercased()) }
        // Matroska writes its keys in capitals.
        if let comment = tags.removeValue(forKey: "COMMENT") { tags["comment"] = comment }
        return tags
    }
}
