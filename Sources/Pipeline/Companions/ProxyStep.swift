import Editorial
import Media

/// Writes a film anew at a size that every machine plays and seeks with ease.
struct ProxyStep {
    /// What the film fits into.
    static let box = PixelSize(width: 960, height: 960)

    let context: StepContext

    func run(_ film: String) throws -> Asset {
        let info = try MediaInfo(probing: film)
        let size = info.size.fitted(into: Self.box)
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
    /// Returns the largest size of this shape that lies in a box, with even
    /// sides and no larger than it is.
    func fitted(into box: PixelSize) -> PixelSize {
        let scale = min(
            1,
            Double(box.width) / Double(max(1, width)),
            Double(box.height) / Double(max(1, height))
        )
        func even(_ side: Int) -> Int {
            max(2, Int((Double(side) * scale / 2).rounded()) * 2)
        }
        return PixelSize(width: even(width), height: even(height))
    }
}
