/// Chooses how much of a moving picture is sent, so that no frame keeps the
/// line longer than a key may wait.
package struct QualityLadder: Sendable {
    private let graphics: GraphicsProtocol
    private let isNear: Bool
    /// Bytes that a frame of full quality would have, by those that were sent.
    private var fullBytes: Double?
    private var coarseness = 1
    private var isIndexed = false

    /// How long the line may be busy with one frame, in seconds.
    private static let share = 0.02
    /// How long it may take until all of a picture in strips is new.
    private static let sweep = 0.13
    /// What a frame may have before the line was measured: to a terminal on
    /// this machine anything.
    private static let firstRate = 2.5e6
    private static let steps = [1, 2, 3, 4, 6, 8]

    /// Beyond this a picture says less than one that comes later would.
    ///
    /// A terminal on this machine that is slow is busy, and not far away; and
    /// sixels of a coarse picture are hardly fewer.
    private var coarsest: Int { isNear ? 2 : graphics == .sixel ? 4 : 8 }
    private var steps: ArraySlice<Int> { Self.steps.prefix { $0 <= coarsest } }

    /// `isNear` says whether the terminal is on this machine, as far as the
    /// environment tells.
    package init(graphics: GraphicsProtocol, isNear: Bool) {
        self.graphics = graphics
        self.isNear = isNear
    }

    /// Takes the bytes that a whole moving frame came to.
    package mutating func learn(bytes: Int, quality: PictureQuality) {
        guard !quality.isStill, bytes > 0 else { return }
        let full = Double(bytes) * shrinking(quality.coarseness)
        // Of frames that changed little the larger ones tell what is to be expected.
        fullBytes = max(full, (fullBytes ?? full) * 0.9)
    }

    /// Returns the quality of the next frame.
    package mutating func quality(for line: LineEstimate, isStill: Bool) -> PictureQuality {
        guard line.answers != false, let rate = line.rate ?? (isNear ? nil : Self.firstRate) else {
            return PictureQuality(isStill: isStill)
        }
        let budget = max(2000, rate * Self.share)
        if graphics.isText {
            isIndexed = rate < (isIndexed ? 320_000 : 250_000)
            return PictureQuality(
                depth: isIndexed && !isStill ? .indexed256 : .direct,
                budget: Int(budget),
                isStill: isStill
            )
        }
        if isStill { return still(rate: rate) }
        choose(for: graphics == .kitty ? budget : rate * Self.sweep)
        return PictureQuality(
            coarseness: coarseness,
            // kitty's picture is whole or not at all.
            budget: graphics == .kitty ? .max : Int(budget)
        )
    }

    /// A picture that stays may take a quarter of a second, or comes in strips.
    private func still(rate: Double) -> PictureQuality {
        let full = fullBytes ?? 0
        guard graphics == .kitty else {
            return PictureQuality(budget: Int(max(2000, rate * 0.25)), isStill: true)
        }
        // All colours come to six times the palette's bytes.
        if full * 6 <= rate * 0.25 { return PictureQuality(isStill: true) }
        let step = steps.first { full / shrinking($0) <= rate * 0.25 } ?? coarsest
        return PictureQuality(coarseness: step)
    }

    private mutating func choose(for budget: Double) {
        guard let fullBytes else { return }
        func finest(_ budget: Double) -> Int {
            steps.first { fullBytes / shrinking($0) <= budget } ?? coarsest
        }
        // A finer step must fit with room to spare, or the picture would flicker between two.
        coarseness = max(finest(budget), min(coarseness, finest(budget * 0.75)))
    }

    /// How much smaller a frame of a coarseness is than a full one.
    private func shrinking(_ coarseness: Int) -> Double {
        let sixel: [Int: Double] = [1: 1, 2: 1.35, 3: 1.7, 4: 2.1, 6: 3.2, 8: 4.7]
        let others: [Int: Double] = [1: 1, 2: 3.4, 3: 6.6, 4: 11, 6: 20, 8: 31]
        return (graphics == .sixel ? sixel : others)[coarseness] ?? 1
    }
}
