import Editorial
import Media
import Motion
import Rendering

/// A shot made ready for the preview: its picture, its camera, at one size.
struct ShotRender {
    /// All that decides its pixels, the moment aside.
    struct Key: Hashable {
        let source: PreviewSources.Key
        let motions: [MotionChoice]
        let size: PixelSize
    }

    let key: Key
    private let renderer: PlaneRenderer
    /// Written again for every picture; nobody keeps it.
    private let canvas: Frame

    init(key: Key, source: Frame, presets: PresetLibrary) throws {
        self.key = key
        renderer = try PlaneRenderer(
            source: source,
            path: CameraPath(key.motions, in: presets),
            output: key.size
        )
        canvas = try Frame(size: key.size, format: .rgba8)
    }

    /// Returns the picture at a shot time of 0…1; it is good until the next call.
    func frame(at time: Double) throws -> Frame {
        renderer.render(at: time, into: canvas)
        return canvas
    }
}
