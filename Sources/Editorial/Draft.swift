/// What the prompt panel holds for a shot: everything that is asked of a generation.
package struct Draft: Hashable, Codable, Sendable {
    /// The durations that a take may have, in seconds.
    package static let durations = RationalTime(1, 2)...RationalTime(60)
    /// The most presets of one kind, moves or looks, that are mixed in one take.
    package static let motionLimit = 3

    package var prompt: String
    /// What must not be seen.
    package var negativePrompt: String
    package var style: Style
    package var aspect: Aspect
    package var duration: RationalTime
    package var frameRate: FrameRate
    /// The shorter side of the film in pixels.
    package var shortSide: Int
    /// What decides every random choice of the sketch.
    package var seed: UInt32
    package var motions: [MotionChoice]
    /// What the camera does by hand, on top of the motions.
    package var camera: HandCamera
    /// The picture the shot starts from; without one the model makes it.
    package var startFrame: Asset.ID?
    /// The picture the shot comes to, for models that take one.
    package var endFrame: Asset.ID?
    /// The id of the model that makes the picture, such as `sketch`.
    package var model: String

    package init(
        prompt: String = "",
        negativePrompt: String = "",
        style: Style = .cinematic,
        aspect: Aspect = Aspect(16, 9),
        duration: RationalTime = RationalTime(5),
        frameRate: FrameRate = FrameRate(24),
        shortSide: Int = 720,
        seed: UInt32 = 4711,
        motions: [MotionChoice] = [],
        camera: HandCamera = HandCamera(),
        startFrame: Asset.ID? = nil,
        endFrame: Asset.ID? = nil,
        model: String = "sketch"
    ) {
        self.prompt = prompt
        self.negativePrompt = negativePrompt
        self.style = style
        self.aspect = aspect
        self.duration = duration
        self.frameRate = frameRate
        self.shortSide = shortSide
        self.seed = seed
        self.motions = motions
        self.camera = camera
        self.startFrame = startFrame
        self.endFrame = endFrame
        self.model = model
    }

    package var size: PixelSize { aspect.size(shortSide: shortSide) }
    package var frameCount: Int { frameRate.frameCount(for: duration) }
}

extension Draft {
    /// Reads a draft; what older ones did not have is as in a new one.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            prompt: try values.decode(String.self, forKey: .prompt),
            negativePrompt: try values.decodeIfPresent(String.self, forKey: .negativePrompt) ?? "",
            style: try values.decode(Style.self, forKey: .style),
            aspect: try values.decode(Aspect.self, forKey: .aspect),
            duration: try values.decode(RationalTime.self, forKey: .duration),
            frameRate: try values.decode(FrameRate.self, forKey: .frameRate),
            shortSide: try values.decode(Int.self, forKey: .shortSide),
            seed: try values.decode(UInt32.self, forKey: .seed),
            motions: try values.decode([MotionChoice].self, forKey: .motions),
            camera: try values.decodeIfPresent(HandCamera.self, forKey: .camera) ?? HandCamera(),
            startFrame: try values.decodeIfPresent(Asset.ID.self, forKey: .startFrame),
            endFrame: try values.decodeIfPresent(Asset.ID.self, forKey: .endFrame),
            model: try values.decode(String.self, forKey: .model)
        )
    }
}
