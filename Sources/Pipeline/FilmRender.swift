import Editorial
package import Media
package import Motion
package import Rendering

/// One camera move over one picture, written as a film.
package struct FilmRender {
    private let source: Frame
    private let depth: DepthMap?
    private let direction: ShotDirection
    private let seed: UInt32
    package let settings: FilmSettings
    private let frameCount: Int

    /// Prepares a render; `source` is `rgba8` of any size, and flat without `depth`.
    package init(
        source: Frame,
        depth: DepthMap? = nil,
        direction: ShotDirection,
        seed: UInt32 = 4711,
        settings: FilmSettings,
        frameCount: Int
    ) {
        self.source = source
        self.depth = depth
        self.direction = direction
        self.seed = seed
        self.settings = settings
        self.frameCount = frameCount
    }

    /// Renders every frame and writes the film at `output`, which appears
    /// only when it is whole; while one frame is encoded, the next is rendered.
    ///
    /// `report` is told the share that is done after each frame; when it
    /// throws, the render stops and nothing is left behind.
    package func write(to output: String, report: (Double) throws -> Void) throws {
        let renderer = try renderer()
        let palette = settings.codec == .gif ? try palette(of: renderer, for: output) : nil
        let writer = try FilmWriter(output, settings: settings, palette: palette)
        try write(0..<frameCount, by: renderer, to: writer, report: report)
    }

    /// Renders every frame into a sink.
    ///
    /// `report` is told as when a film is written.
    package func write(to sink: any FrameSink, report: (Double) throws -> Void) throws {
        try write(0..<frameCount, by: try renderer(), to: sink, report: report)
    }

    /// Renders some of the frames, and writes them as a film of their own.
    ///
    /// `report` is told the share of them that is done.
    func write(
        _ frames: Range<Int>,
        by renderer: ShotRenderer,
        to output: String,
        report: (Double) throws -> Void
    ) throws {
        let writer = try FilmWriter(output, settings: settings)
        try write(frames, by: renderer, to: writer, report: report)
    }

    /// Prepares what renders the frames, each by its number alone.
    func renderer() throws -> ShotRenderer {
        let look = direction.look.map {
            LookRenderer(look: $0, size: settings.size, frameRate: settings.frameRate, seed: seed)
        }
        return try ShotRenderer(
            source: source,
            depth: depth,
            path: direction.camera,
            output: settings.size,
            frameCount: frameCount,
            look: look
        )
    }

    /// A look is given to the picture as it is seen, and a GIF keeps no other.
    private var format: FrameFormat {
        direction.look == nil && !settings.codec.isRGB ? settings.format : .rgba8
    }

    /// Returns the colours that serve the film best, from at most thirty frames.
    private func palette(of renderer: ShotRenderer, for output: String) throws -> GIFPalette {
        let palette = try GIFPalette(size: settings.size, for: output)
        let frame = try Frame(size: settings.size, format: format)
        for index in stride(from: 0, to: frameCount, by: max(1, frameCount / 30)) {
            renderer.render(FrameIndex(index), into: frame)
            try palette.add(frame)
        }
        return palette
    }

    private func write(
        _ frames: Range<Int>,
        by renderer: ShotRenderer,
        to sink: any FrameSink,
        report: (Double) throws -> Void
    ) throws {
        do {
            let count = frames.count
            let relay = try FrameRelay(size: settings.size, format: format, frameCount: count)
            try relay.run(
                make: { renderer.render(FrameIndex(frames.lowerBound + $0), into: $1) },
                take: { index, frame in
                    try sink.append(frame)
                    try report(Double(index + 1) / Double(count))
                }
            )
            try sink.finish()
        } catch {
            sink.discard()
            throw error
        }
    }
}
