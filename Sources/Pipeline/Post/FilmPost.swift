import Editorial
package import Media
import Motion
import Rendering

/// A plan carried out on a film, or on a still.
package struct FilmPost {
    private let source: String
    private let plan: PostPlan
    private let seed: UInt32

    package init(source: String, plan: PostPlan, seed: UInt32) {
        self.source = source
        self.plan = plan
        self.seed = seed
    }

    /// Writes the still at `output`, which appears only when it is whole.
    package func writeStill(to output: String) throws {
        let frame = try StillReader.read(source)
        let chain = try PostChain(
            plan,
            size: frame.size,
            rate: FrameRate(24),
            seed: seed,
            format: .rgba8
        )
        chain.open(with: frame)
        try StillWriter.write(try chain.apply(to: frame, at: chain.posterFrame), to: output)
    }

    /// Writes the film at `output`, which appears only when it is whole; its
    /// sound is copied untouched.
    ///
    /// `report` is told the share that is done after each frame; when it
    /// throws, the work stops and nothing is left behind.
    package func writeFilm(
        to output: String,
        settings: FilmSettings,
        hasSound: Bool,
        report: (Double) throws -> Void
    ) throws {
        let reader = try VideoReader(
            source,
            size: PostPlan.filmSize(of: try MediaInfo(probing: source).size),
            format: plan.keepsFormat ? .yuv420p8 : .rgba8
        )
        let chain = try PostChain(
            plan,
            size: reader.size,
            rate: settings.frameRate,
            seed: seed,
            format: reader.format
        )
        let working = try Frame(size: reader.size, format: reader.format)
        let writer = try FilmWriter(
            output,
            settings: settings,
            soundOf: hasSound ? source : nil
        )
        do {
            let count = reader.info.frameCount ?? 0
            for index in 0..<count {
                let shown = chain.sourceIndex(of: FrameIndex(index))
                let original = try reader.frame(at: shown)
                if index == 0 { chain.open(with: original) }
                let frame = try finished(original, working, chain, FrameIndex(index))
                try writer.append(frame)
                try report(Double(index + 1) / Double(count))
            }
            try writer.finish()
        } catch {
            writer.discard()
            throw error
        }
    }

    /// Frames of the reader are others' to read, so they are changed in a copy;
    /// the first filter of a 4:2:0 chain makes one itself.
    private func finished(
        _ original: Frame,
        _ working: Frame,
        _ chain: PostChain,
        _ index: FrameIndex
    ) throws -> Frame {
        if original.format == .yuv420p8 { return try chain.apply(to: original, at: index) }
        original.copyPixels(to: working)
        return try chain.apply(to: working, at: index)
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
