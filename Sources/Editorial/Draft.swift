/// What the prompt panel holds for a shot: everything that is asked of a generation.
package struct Draft: Hashable, Codable, Sendable {
    /// The durations that a take may have, in seconds.
    package static let durations = RationalTime(1, 2)...RationalTime(60)
    /// The most presets that are mixed in one take.
    package static let motionLimit = 3

    package var prompt: String
    package var style: Style
    package var aspect: Aspect
    package var duration: RationalTime
    package var frameRate: FrameRate
    /// The shorter side of the film in pixels.
    package var shortSide: Int
    /// What decides every random choice of the sketch.
    package var seed: UInt32
    package var motions: [MotionChoice]
    /// The picture the shot starts from; without one the model makes it.
    package var startFrame: Asset.ID?
    /// The id of the model that makes the picture, such as `sketch`.
    package var model: String

    package init(
        prompt: String = "",
        style: Style = .cinematic,
        aspect: Aspect = Aspect(16, 9),
        duration: RationalTime = RationalTime(5),
        frameRate: FrameRate = FrameRate(24),
        shortSide: Int = 720,
        seed: UInt32 = 4711,
        motions: [MotionChoice] = [],
        startFrame: Asset.ID? = nil,
        model: String = "sketch"
    ) {
        self.prompt = prompt
        self.style = style
        self.aspect = aspect
        self.duration = duration
        self.frameRate = frameRate
        self.shortSide = shortSide
        self.seed = seed
        self.motions = motions
        self.startFrame = startFrame
        self.model = model
    }

    package var size: PixelSize { aspect.size(shortSide: shortSide) }
    package var frameCount: Int { frameRate.frameCount(for: duration) }
}
