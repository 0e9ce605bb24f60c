import Editorial
import Media
import Motion
import Rendering

/// A film's frames, steadied.
final class SteadySource: FrameSource {
    private let source: any FrameSource
    private let stabiliser: Stabiliser
    private let steadied: Frame
    /// The number in the analysed film of the source's first frame.
    private let offset: Int

    /// - Parameters:
    ///   - source: Frames of rgba8, of the film that the plan was made of.
    ///   - plan: How they are moved.
    ///   - format: What they come out as.
    ///   - offset: How many of the film's frames the source passes over.
    /// - Throws: ``MediaError`` when there is not enough memory.
    init(
        _ source: any FrameSource,
        _ plan: Stabilisation,
        format: FrameFormat,
        offset: Int
    ) throws(MediaError) {
        self.source = source
        self.offset = offset
        stabiliser = try Stabiliser(plan, size: source.size)
        steadied = try Frame(size: source.size, format: format)
    }

    var size: PixelSize { source.size }
    var rate: FrameRate { source.rate }
    var frameCount: Int? { source.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        guard let frame = try source.frame(at: index) else { return nil }
        stabiliser.render(index.advanced(by: offset), of: frame, into: steadied)
        return steadied
    }
}
