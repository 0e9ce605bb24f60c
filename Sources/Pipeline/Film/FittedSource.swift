import Editorial
import Media
import Motion
import Rendering

/// A film's frames at another size.
///
/// Made smaller by their light, as a camera sees a picture from further away;
/// made larger by the filter that enlarges.
final class FittedSource: FrameSource {
    private let source: any FrameSource
    private let fit: FrameFit
    private let scaled: PixelSize
    private let upscaler: Upscaler?
    private let enlarged: Frame?
    private let shrunk: Frame?
    private let fitted: Frame
    let size: PixelSize

    /// - Parameters:
    ///   - source: Frames of rgba8 or yuv420p10, or where they are only enlarged, of `format`.
    ///   - size: The size wanted.
    ///   - fit: What happens where the shapes differ.
    ///   - format: What they come out as; rgba8 or yuv420p8 where they are enlarged.
    /// - Throws: ``MediaError`` when there is not enough memory.
    init(
        _ source: any FrameSource,
        to size: PixelSize,
        _ fit: FrameFit,
        format: FrameFormat
    ) throws {
        self.source = source
        self.size = size
        self.fit = fit
        scaled = fit.scaled(source.size, into: size)
        fitted = try Frame(size: size, format: format)
        if FittedSource.enlarges(source.size, to: size, fit) {
            upscaler = try Upscaler(from: source.size, to: scaled)
            enlarged = try Frame(size: scaled, format: format)
            shrunk = nil
        } else {
            upscaler = nil
            enlarged = nil
            shrunk = scaled == size || fit == .crop ? nil : try Frame(size: scaled, format: format)
        }
        if fit == .pad { fitted.paintBlack() }
    }

    /// Whether frames become larger, which is done in whatever format they have.
    static func enlarges(_ source: PixelSize, to size: PixelSize, _ fit: FrameFit) -> Bool {
        let scaled = fit.scaled(source, into: size)
        return scaled.width >= source.width && scaled.height >= source.height
    }

    var rate: FrameRate { source.rate }
    var frameCount: Int? { source.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        guard let frame = try source.frame(at: index) else { return nil }
        if let upscaler, let enlarged {
            upscaler.apply(frame, into: enlarged)
            enlarged.copyMiddle(to: fitted)
        } else {
            let target = shrunk ?? fitted
            // A camera that rests is the best way there is to make a picture smaller.
            let still = CameraPath([(preset: Preset, strength: Double)]())
            try PlaneRenderer(source: frame, path: still, output: target.size)
                .render(at: 0, into: target)
            shrunk?.copyMiddle(to: fitted)
        }
        return fitted
    }
}
