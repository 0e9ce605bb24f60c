package import Editorial

/// What a person wants joined, in order.
package struct EditList: Hashable, Sendable {
    package struct Shot: Hashable, Sendable {
        package var path: String
        /// From where on in it, and how much; nil is all.
        package var start: RationalTime
        package var length: RationalTime?
        /// How it follows the shot before.
        package var join: ShotJoin

        package init(
            _ path: String,
            start: RationalTime = .zero,
            length: RationalTime? = nil,
            join: ShotJoin = .cut
        ) {
            self.path = path
            self.start = start
            self.length = length
            self.join = join
        }
    }

    package var shots: [Shot]
    /// The frame and rate; nil is the first shot's.
    package var size: PixelSize?
    package var rate: FrameRate?
    package var fit = FrameFit.pad
    /// What is done to the sound of all shots together, music included.
    package var sound = SoundEdit()

    package init(_ shots: [Shot]) { self.shots = shots }
}
