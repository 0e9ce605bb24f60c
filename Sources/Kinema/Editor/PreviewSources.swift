import Editor
import Editorial
import Media
import Motion
import Rendering
import Workspace

/// The pictures that previews are made from; keeps the last few.
///
/// Confined to the preview's actor, which alone calls it.
final class PreviewSources {
    /// What decides a source picture.
    enum Key: Hashable {
        case startFrame(Asset.ID)
        case sketch(prompt: String, style: Style, seed: UInt32, aspect: Aspect)

        init(_ draft: Draft) {
            self =
                draft.startFrame.map { .startFrame($0) }
                ?? .sketch(
                    prompt: draft.prompt,
                    style: draft.style,
                    seed: draft.seed,
                    aspect: draft.aspect
                )
        }
    }

    /// The short side of a sketch that is painted for the preview only.
    private static let sketchShortSide = 540
    private static let limit = 4

    private let workspace: LocalWorkspace
    private var kept: [(key: Key, frame: Frame)] = []
    /// The depths that cameras asked for; nil where none can be guessed.
    private var depths: [Key: DepthMap?] = [:]
    private var lastLive: (picture: LivePicture, frame: Frame)?

    init(workspace: LocalWorkspace) {
        self.workspace = workspace
    }

    /// Returns the picture that a draft's camera moves over.
    func frame(for draft: Draft) throws -> Frame {
        let key = Key(draft)
        if let found = kept.first(where: { $0.key == key }) { return found.frame }
        let frame = try make(draft)
        kept.append((key, frame))
        if kept.count > Self.limit { kept.removeFirst() }
        return frame
    }

    /// Makes a shot ready, with depth when its camera asks for it.
    func render(_ draft: Draft, key: ShotRender.Key) throws -> ShotRender {
        let source = try frame(for: draft)
        var depth: DepthMap?
        if key.direction.camera.depthNeed > .none {
            if let found = depths[key.source] {
                depth = found
            } else {
                depth = try ShotDepth.find(
                    behind: source,
                    of: draft,
                    camera: key.direction.camera
                )
                if depths.count >= Self.limit { depths.removeAll() }
                depths[key.source] = depth
            }
        }
        return try ShotRender(key: key, source: source, depth: depth)
    }

    /// Returns a picture of the library as it is.
    func still(_ asset: Asset.ID) throws -> Frame {
        let key = Key.startFrame(asset)
        if let found = kept.first(where: { $0.key == key }) { return found.frame }
        let frame = try StillReader.read(path(of: asset))
        kept.append((key, frame))
        if kept.count > Self.limit { kept.removeFirst() }
        return frame
    }

    /// Returns what is to be seen of a take in the making; it was decoded away
    /// from here, and written anew.
    func live(_ picture: LivePicture) throws -> Frame {
        if let lastLive, lastLive.picture == picture { return lastLive.frame }
        let frame = try StillReader.read(picture.path)
        lastLive = (picture, frame)
        return frame
    }

    /// Returns where an asset's bytes lie.
    func path(of asset: Asset.ID) throws -> String {
        guard let path = try workspace.file(asset) else {
            if try workspace.want(asset) {
                throw Complaint("It is being fetched from your account, and shown once it is here.")
            }
            throw Complaint("The file of this take is no longer in the library; generate it again.")
        }
        return path
    }

    private func make(_ draft: Draft) throws -> Frame {
        if let startFrame = draft.startFrame {
            return try StillReader.read(path(of: startFrame))
        }
        guard
            let sketch = try Sketch.paint(
                prompt: draft.prompt,
                style: draft.style,
                seed: draft.seed,
                size: draft.aspect.size(shortSide: Self.sketchShortSide)
            )
        else { throw Complaint("The sketch was stopped.") }
        return sketch.picture
    }
}
