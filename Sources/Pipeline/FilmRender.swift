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
    private let settings: FilmSettings
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
        let look = direction.look.map {
            LookRenderer(look: $0, size: settings.size, frameRate: settings.frameRate, seed: seed)
        }
        let renderer = try ShotRenderer(
            source: source,
            depth: depth,
            path: direction.camera,
            output: settings.size,
            frameCount: frameCount,
            look: look
        )
        let relay = try FrameRelay(
            size: settings.size,
            // A look is given to the picture as it is seen.
            format: look == nil ? settings.format : .rgba8,
            frameCount: frameCount
        )
        let writer = try FilmWriter(output, settings: settings)
        do {
            try relay.run(
                make: { renderer.render(FrameIndex($0), into: $1) },
                take: { index, frame in
                    try writer.append(frame)
                    try report(Double(index + 1) / Double(frameCount))
                }
            )
            try writer.finish()
        } catch {
            writer.discard()
            throw error
        }
    }
}
