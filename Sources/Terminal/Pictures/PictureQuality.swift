/// How much of a picture is sent: all of it, or what a slow line can carry.
package struct PictureQuality: Hashable, Sendable {
    /// How many of the terminal's pixels, each way, one pixel that is sent
    /// stands for; glyphs pay no heed to it.
    package var coarseness: Int
    /// The most colours glyphs may have.
    package var depth: ColourDepth
    /// Bytes that one frame may have, about; what does not fit is sent with
    /// the next.
    package var budget: Int
    /// Whether the picture stays for a while and is worth more than a moving
    /// one.
    package var isStill: Bool

    package init(
        coarseness: Int = 1,
        depth: ColourDepth = .direct,
        budget: Int = .max,
        isStill: Bool = false
    ) {
        self.coarseness = max(1, coarseness)
        self.depth = depth
        self.budget = budget
        self.isStill = isStill
    }

    package static let full = PictureQuality()
}
