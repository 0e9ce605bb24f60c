/// What a film gate does to the film that runs through it.
package struct LookGate: LookStage {
    /// Standard deviation of the picture's place, in frame heights.
    package var weave = 0.0
    /// Standard deviation of its turn, in degrees.
    package var roll = 0.0
    package var weaveHz = 4.0
    /// Specks on a frame, for the length of that frame.
    package var dust = 0.0
    /// Upright lines at a time.
    package var scratches = 0.0
    /// The share of time in which a hair is caught.
    package var hair = 0.0

    package init() {}

    package static let fields = [
        LookField<LookGate>("weave", \.weave, 0...0.05, scaled: true),
        LookField<LookGate>("roll", \.roll, 0...5, scaled: true),
        LookField<LookGate>("weave_hz", \.weaveHz, 0.1...24),
        LookField<LookGate>("dust", \.dust, 0...60, scaled: true),
        LookField<LookGate>("scratches", \.scratches, 0...10, scaled: true),
        LookField<LookGate>("hair", \.hair, 0...1, scaled: true),
    ]

    /// Whether the picture moves.
    package var moves: Bool { weave > 0 || roll > 0 }
    /// Whether anything lies on the film.
    package var marks: Bool { dust > 0 || scratches > 0 || hair > 0 }
}
