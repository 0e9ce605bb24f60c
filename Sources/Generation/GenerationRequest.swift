package import Editorial

/// What a provider is asked to make, with nothing left to look up.
package struct GenerationRequest: Hashable, Sendable {
    /// A picture that goes in.
    package struct Frame: Hashable, Sendable {
        /// Where in the film it stands.
        package enum Place: String, Hashable, Sendable { case start, end }

        package let place: Place
        package let path: String
        /// Such as `image/png`.
        package let type: String
        package let byteCount: Int

        package init(_ place: Place = .start, path: String, type: String, byteCount: Int) {
            self.place = place
            self.path = path
            self.type = type
            self.byteCount = byteCount
        }
    }

    /// Names the asking: the same text for the same asking, however often it is repeated.
    package var key: String
    package var model: Model
    package var prompt: String
    package var negativePrompt: String
    package var seed: UInt32
    /// The size to be asked for, one the model makes.
    package var size: PixelSize
    /// The length to be asked for, one the model makes.
    package var seconds: Double
    package var frameRate: FrameRate
    package var startFrame: Frame?
    package var endFrame: Frame?
    package var camera: CameraWords
    package var style: Style

    /// Asks for exactly this; the size and the length are ones that the model makes.
    package init(
        key: String,
        model: Model,
        prompt: String,
        negativePrompt: String = "",
        seed: UInt32 = 0,
        size: PixelSize,
        seconds: Double,
        frameRate: FrameRate,
        startFrame: Frame? = nil,
        endFrame: Frame? = nil,
        camera: CameraWords = CameraWords(words: [], phrase: ""),
        style: Style = .cinematic
    ) {
        self.key = key
        self.model = model
        self.prompt = prompt
        self.negativePrompt = negativePrompt
        self.seed = seed
        self.size = size
        self.seconds = seconds
        self.frameRate = frameRate
        self.startFrame = startFrame
        self.endFrame = endFrame
        self.camera = camera
        self.style = style
    }

    /// Turns a draft into what its model can do of it.
    package init(
        _ draft: Draft,
        key: String,
        model: Model,
        startFrame: Frame?,
        endFrame: Frame? = nil,
        camera: CameraWords
    ) {
        self.key = key
        self.model = model
        self.startFrame = startFrame
        self.endFrame = endFrame
        self.camera = camera
        let can = model.abilities
        prompt = draft.prompt
        negativePrompt = can.negativePrompt ? draft.negativePrompt : ""
        seed = can.seedLimit.map { $0 == .max ? draft.seed : draft.seed % ($0 + 1) } ?? draft.seed
        size = can.size(for: draft.size)
        seconds = can.seconds(for: draft.duration.seconds)
        frameRate = draft.frameRate
        style = draft.style
    }

    /// The prompt with the style, and what the camera does where it has to be said; what of it is too
    /// long is the camera's, then the style's.
    package var spokenPrompt: String {
        var spoken = ""
        for part in [prompt, style.words, camera.phrase] where !part.isEmpty {
            let longer = spoken.isEmpty ? part : "\(spoken.sentence) \(part)"
            guard longer.utf16.count <= model.abilities.promptLimit else { break }
            spoken = longer
        }
        return spoken
    }
}

extension String {
    /// The text with a full stop, unless it ends in something of the kind.
    fileprivate var sentence: String {
        last.map { ".!?…:;,".contains($0) } == true ? self : self + "."
    }
}
