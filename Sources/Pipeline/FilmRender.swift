import Editorial
package import Media
package import Motion
import Rendering

/// One camera move over one picture, written as a film.
package struct FilmRender {
    private let source: Frame
    private let path: CameraPath
    private let settings: FilmSettings
    private let frameCount: Int

    /// Prepares a render; `source` is `rgba8` of any size.
    package init(source: Frame, path: CameraPath, settings: FilmSettings, frameCount: Int) {
        self.source = source
        self.path = path
        self.settings = settings
        self.frameCount = frameCount
    }

    /// Renders every frame and writes the film at `output`, which appears
    /// only when it is whole.
    ///
    /// `report` is told the share that is done after each frame; when it
    /// throws, the render stops and nothing is left behind.
    package func write(to output: String, report: (Double) throws -> Void) throws {
        let renderer = try PlaneRenderer(source: source, path: path, output: settings.size)
        let writer = try FilmWriter(output, settings: settings)
        // One frame for all: the writer has taken its pixels when it returns.
        let frame = try Frame(size: settings.size, format: .yuv420p8)
        do {
            for index in 0..<frameCount {
                let time = CameraPath.time(of: FrameIndex(index), count: frameCount)
                renderer.render(at: time, into: frame)
                try writer.append(frame)
                try report(Double(index + 1) / Double(frameCount))
            }
            try writer.finish()
        } catch {
            writer.discard()
            throw error
        }
    }
}
