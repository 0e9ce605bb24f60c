import Editorial
import Media
import Motion
import Rendering

/// A shot made ready for the preview: its picture, its camera, at one size.
struct ShotRender {
    /// All that decides its pixels, the moment aside.
    struct Key: Hashable {
        let source: PreviewSources.Key
        let direction: ShotDirection
        let seed: UInt32
        let frameRate: FrameRate
        let size: PixelSize
        let frameCount: Int

        init(_ draft: Draft, presets: PresetLibrary, size: PixelSize, frameCount: Int) {
            source = PreviewSources.Key(draft)
            direction = ShotDirection(draft, in: presets)
            seed = draft.seed
            frameRate = draft.frameRate
            self.size = size
            self.frameCount = frameCount
        }
    }

    let key: Key
    private let renderer: ShotRenderer
    /// Written again for every picture; nobody keeps it.
    private let canvas: Frame

    init(key: Key, source: Frame, depth: DepthMap?) throws {
        self.key = key
        renderer = try ShotRenderer(
            source: source,
            depth: depth,
            path: key.direction.camera,
            output: key.size,
            frameCount: key.frameCount,
            look: key.direction.look.map {
                LookRenderer(
                    look: $0,
                    size: key.size,
                    frameRate: key.frameRate,
                    seed: key.seed
                )
            }
        )
        canvas = try Frame(size: key.size, format: .rgba8)
    }

    /// Returns a frame of the shot; it is good until the next call.
    func frame(at index: FrameIndex) throws -> Frame {
        renderer.render(index, into: canvas)
        return canvas
    }
}
