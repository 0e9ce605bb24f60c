import Editorial
import Media

/// A film's frames, each gone through a chain of filters.
final class GradedSource: FrameSource {
    private let source: any FrameSource
    private let chain: PostChain
    /// Frames of the source are others' to read, so they are changed in a copy.
    private let working: Frame?
    private var isOpen = false
    let size: PixelSize

    init(
        _ source: any FrameSource,
        _ plan: PostPlan,
        seed: UInt32,
        format: FrameFormat
    ) throws {
        self.source = source
        chain = try PostChain(
            plan,
            size: source.size,
            rate: source.rate,
            seed: seed,
            format: format
        )
        working = format == .rgba8 ? try Frame(size: source.size, format: format) : nil
        size = plan.size(of: source.size)
    }

    var rate: FrameRate { source.rate }
    var frameCount: Int? { source.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        guard let original = try source.frame(at: shown(at: index)) else { return nil }
        if !isOpen {
            isOpen = true
            chain.open(with: original)
        }
        // The first filter of a 4:2:0 chain makes a copy itself.
        guard let working else { return try chain.apply(to: original, at: index) }
        original.copyPixels(to: working)
        return try chain.apply(to: working, at: index)
    }

    /// Looks that jump in time show other frames, which a pipe has not kept.
    private func shown(at index: FrameIndex) -> FrameIndex {
        source.frameCount == nil ? index : chain.sourceIndex(of: index)
    }
}

extension Frame {
    /// Writes these pixels into a frame of the same size, both rgba8.
    fileprivate func copyPixels(to other: Frame) {
        withPlane { source, sourceStride in
            other.withMutablePlane { target, targetStride in
                for row in 0..<size.height {
                    (target + row * targetStride).update(
                        from: source + row * sourceStride,
                        count: size.width * 4
                    )
                }
            }
        }
    }
}
