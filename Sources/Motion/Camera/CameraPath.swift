package import Editorial
import Foundation

/// The camera's way through a shot: up to three presets, each at its strength, as one.
///
/// Presets are mixed in the order of their slots, as ``PoseMix`` says. The
/// first ramp among them bends time for all; a shot loops when all its moving
/// presets do. Strength changes how far a move goes, never its timing. A preset at
/// strength 0, and one that does nothing, changes nothing.
package struct CameraPath: Hashable, Sendable {
    /// As many presets as one shot mixes; any further are left out.
    package static let maximumCount = 3
    /// A camera that does not move.
    package static let still = CameraPath([])

    /// What shot time is in seconds.
    package let clock: ShotClock
    package let wishes: CameraWishes
    /// Whether this is what the mix becomes on a picture without depth.
    package let isFlat: Bool
    private let isSteady: Bool
    let layers: [CameraLayer]
    let timing: ShotTiming
    private let anchor: AnchorPoint
    private let shake: Shake
    private let kicks: [KickRing]

    /// Mixes presets in the order of their slots; strengths are held to 0…1.
    ///
    /// `hand` is a move of a person's own on top of them, in full.
    package init(
        _ motions: [(preset: Preset, strength: Double)],
        hand: CameraMove? = nil,
        clock: ShotClock = .standard,
        wishes: CameraWishes = .none
    ) {
        let presets = motions.prefix(CameraPath.maximumCount).map { motion in
            (move: motion.preset.camera, strength: motion.strength)
        }
        let moves = presets + (hand.map { [(move: $0, strength: 1)] } ?? [])
        self.init(moves: moves, clock: clock, wishes: wishes, isFlat: false, isSteady: false)
    }

    /// Mixes what a draft chose; ids that the library does not have are left out.
    package init(
        _ choices: [MotionChoice],
        in library: PresetLibrary,
        hand: CameraMove? = nil,
        clock: ShotClock = .standard,
        wishes: CameraWishes = .none
    ) {
        self.init(
            choices.compactMap { choice in
                library[choice.preset].map { (preset: $0, strength: choice.strength) }
            },
            hand: hand,
            clock: clock,
            wishes: wishes
        )
    }

    private init(
        moves: [(move: CameraMove, strength: Double)],
        clock: ShotClock,
        wishes: CameraWishes,
        isFlat: Bool,
        isSteady: Bool
    ) {
        self.clock = clock
        self.wishes = wishes
        self.isFlat = isFlat
        self.isSteady = isSteady
        layers = moves.compactMap { CameraLayer($0.move, strength: $0.strength, isFlat: isFlat) }
        timing = ShotTiming(layers, clock: clock, wish: wishes.ramp)
        let aiming = layers.filter { $0.move.curves[.aim] != nil }
        let leader = aiming.first { $0.move.anchor != .subject } ?? aiming.first
        // The way to the anchor is part of how far a move goes, so strength scales it.
        anchor = (wishes.anchor ?? leader?.move.anchor ?? .subject) * (leader?.strength ?? 0)
        let hands = isSteady ? [] : layers.map(\.handheld)
        shake = Shake(
            isFlat ? hands.map { Handheld($0.style, amount: $0.amount) } : hands,
            clock: clock,
            period: timing.loops ? clock.seconds : nil
        )
        let timing = timing
        kicks =
            isSteady
            ? []
            : layers.compactMap { layer in
                layer.move.kick.map { KickRing($0, strength: layer.strength, timing: timing) }
            }
    }

    /// The same mix as it becomes on a picture without depth.
    package var flattened: CameraPath { remade(isFlat: true, isSteady: isSteady) }

    /// The same mix without hands and blows.
    package var steady: CameraPath { remade(isFlat: isFlat, isSteady: true) }

    private func remade(isFlat: Bool, isSteady: Bool) -> CameraPath {
        CameraPath(
            moves: layers.map { ($0.move, $0.strength) },
            clock: clock,
            wishes: wishes,
            isFlat: isFlat,
            isSteady: isSteady
        )
    }

    /// Whether hands or blows move the camera.
    package var isShaken: Bool { !shake.isStill || !kicks.isEmpty }

    /// Returns the pose at a shot time, which is held to 0…1, or in a loop
    /// taken as that of another round.
    package func pose(at time: Double) -> CameraPose {
        let time = timing.held(time)
        let moment = timing.progress(at: time)
        var mix = PoseMix(prefersShortShutter: layers.contains { $0.move.ramp?.freeze != nil })
        for layer in layers { layer.add(to: &mix, at: moment) }
        var pose = mix.pose(anchor: anchor)
        guard isShaken else { return pose }
        let seconds = timing.seconds(at: time)
        shake.move(&pose, at: seconds)
        for kick in kicks { kick.move(&pose, at: seconds) }
        return pose
    }
}
