package import Editorial
package import Media
package import Motion
package import Rendering

/// One thing that is done to the pictures of a film, or to a still.
package enum PostStage: Sendable {
    /// A look, or several that are mixed, as they are to be seen.
    case look(LookRecipe, title: String)
    /// A table of colours.
    case table(CubeLUT, title: String)
    case upscale(factor: Double, with: UpscaleMethod)
    /// The camera's unsteadiness is taken out, by a strength of 0…1.
    case stabilise(strength: Double)
    case rate(FrameRate, by: FrameRateMethod)
    case overlay(Overlay)

    /// What a person is told of it, in a line.
    package var title: String {
        switch self {
        case .look(_, let title): "look       \(title)"
        case .table(let table, let title):
            "table      \(title) (\(table.size)\(table.shape == .cube ? "³" : "") points)"
        case .upscale(let factor, let method): "upscale    ×\(factor) with \(method.title)"
        case .stabilise(let strength): "stabilise  by \(Int((strength * 100).rounded())) %"
        case .rate(let rate, let method): "rate       \(rate) fps, \(method.rawValue)"
        case .overlay(.subtitles(let path)): "subtitles  \(path)"
        case .overlay(.timecode(let start, let place)):
            "timecode   from \(start), \(place.rawValue)"
        case .overlay(.mark(let path, let place, _, _)): "watermark  \(path), \(place.rawValue)"
        }
    }

    /// The picture's size behind this stage; sides are even, as films need.
    package func size(after size: PixelSize) -> PixelSize {
        guard case .upscale(let factor, _) = self else { return size }
        func side(_ pixels: Int) -> Int {
            max(2, Int((Double(pixels) * factor / 2).rounded()) * 2)
        }
        return PixelSize(width: side(size.width), height: side(size.height))
    }

    /// Whether every picture stays what it is.
    package var changesNothing: Bool {
        switch self {
        case .look(let look, _): look.isNeutral
        case .table(let table, _): table.isIdentity
        case .upscale(let factor, _): factor == 1
        case .stabilise(let strength): strength == 0
        case .rate, .overlay: false
        }
    }

    /// Whether it is a matter of frames in time, which a still has none of.
    package var needsFilm: Bool {
        switch self {
        case .stabilise, .rate: true
        case .look, .table, .upscale, .overlay: false
        }
    }

    /// Whether one frame becomes another by filters alone.
    var isFilter: Bool {
        switch self {
        case .look, .table, .upscale: true
        case .stabilise, .rate, .overlay: false
        }
    }

    /// What becomes of a colour; nil where more than the colour itself counts.
    var colour: (@Sendable (SIMD3<Double>) -> SIMD3<Double>)? {
        switch self {
        case .look(let look, _):
            ColourGrade.isWhole(look) ? ColourGrade(look).callAsFunction : nil
        case .table(let table, _): table.shape == .cube ? table.callAsFunction : nil
        case .upscale, .stabilise, .rate, .overlay: nil
        }
    }
}
