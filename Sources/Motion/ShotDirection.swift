package import Editorial

/// What the presets of a shot ask for: how its camera moves, and how its picture looks.
package struct ShotDirection: Hashable, Sendable {
    package let camera: CameraPath
    /// The looks, mixed in the order of their slots; nil when there are none.
    package let look: LookRecipe?

    /// A camera that rests before the picture as it is.
    package static let still = ShotDirection([], in: PresetLibrary([]))

    /// Mixes up to three moves and up to three looks.
    ///
    /// Presets that the library does not have are left out.
    package init(
        _ choices: [MotionChoice],
        in library: PresetLibrary,
        hand: CameraMove? = nil,
        clock: ShotClock = .standard,
        wishes: CameraWishes = .none
    ) {
        let isLook = { (choice: MotionChoice) in library[choice.preset]?.category == .look }
        camera = CameraPath(
            choices.filter { !isLook($0) },
            in: library,
            hand: hand,
            clock: clock,
            wishes: wishes
        )
        let looks = choices.compactMap { choice in
            library[choice.preset]?.look.map { (look: $0, strength: choice.strength) }
        }
        look = looks.isEmpty ? nil : .mixing(Array(looks.prefix(LookRecipe.mixingLimit)))
    }

    /// Reads what a draft chose.
    package init(_ draft: Draft, in library: PresetLibrary) {
        self.init(
            draft.motions,
            in: library,
            hand: CameraMove(draft.camera, frameCount: draft.frameCount),
            clock: ShotClock(
                seconds: max(draft.duration.seconds, 0.001),
                frameCount: max(draft.frameCount, 1),
                seed: draft.seed
            ),
            wishes: CameraWishes(draft.camera)
        )
    }
}
