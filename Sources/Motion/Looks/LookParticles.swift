/// What floats or falls between the camera and the picture.
package struct LookParticles: LookStage {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case rain, snow, dust, ember, fog
    }

    package var kind = Kind.dust
    /// Sprites for each square of the frame's height, at the subject; of fog,
    /// how fast it thickens with distance.
    package var density = 0.0
    /// In frame heights, at the subject.
    package var size = 0.003
    /// How long a sprite is drawn out along its way, in frame heights.
    package var length = 0.0
    /// Frame heights a second.
    package var speed = 0.0
    /// Degrees from straight down, positive to the right.
    package var angle = 0.0
    /// Opacity of a sprite; of fog, how uneven it is.
    package var alpha = 0.0
    package var colour = LookColour.white
    /// The nearest and the farthest, in distances of the subject.
    package var near = 0.6
    package var far = 1.7

    package init() {}

    package static let fields: [LookField<LookParticles>] = [
        LookField("density", \.density, 0...2000),
        LookField("size", \.size, 0...2),
        LookField("length", \.length, 0...1),
        LookField("speed", \.speed, 0...20),
        LookField("angle", \.angle, -360...360),
        LookField("alpha", \.alpha, 0...1),
        LookField("near", \.near, 0.1...10),
        LookField("far", \.far, 0.1...10),
    ]

    /// Weakens the opacity of sprites, and the thickness of fog.
    func scaled(_ strength: Double) -> LookParticles {
        var particles = self
        if kind == .fog { particles.density *= strength } else { particles.alpha *= strength }
        return particles
    }
}
