import Editorial
import Media

/// Writes a film anew at a size that every machine plays and seeks with ease.
struct ProxyStep {
    /// What the film fits into.
    static let box = PixelSize(width: 960, height: 960)

    let context: StepContext

    func run(_ film: String) throws -> Asset {
        let info = try MediaInfo(probing: film)
        let size = info.size.evenlyFitted(into: Self.box)
        let source = try FilmSource(film, size: size, format: .yuv420p8)
        let path = context.scratchPath("proxy.mp4")
        let settings = FilmSettings(
            size: size,
            frameRate: source.rate,
            quality: 26,
            speed: "ultrafast"
        )
        let count = Double(max(1, source.frameCount ?? 1))
        try FilmRun.write(source, to: try FilmWriter(path, settings: settings)) { done in
            try context.report(Double(done) / count)
        }
        return try context.ledger.adopt(
            file: path,
            kind: .video,
            name: "proxy of take \(context.take.number)",
            size: size
        )
    }
}

extension PixelSize {
    /// Returns the largest size of this shape with even sides that lies in a
    /// box of even sides, no larger than it is itself but for evenness.
    func evenlyFitted(into box: PixelSize) -> PixelSize {
        let isWithin = width <= box.width && height <= box.height
        let size = isWithin ? self : fitted(into: box)
        return PixelSize(width: (size.width + 1) / 2 * 2, height: (size.height + 1) / 2 * 2)
    }
}
