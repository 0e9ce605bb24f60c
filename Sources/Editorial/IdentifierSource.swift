/// Makes identifiers deterministically, so that the reducer stays a function of values.
///
/// The wall clock and the seed come in from outside; the same source gives the
/// same identifiers. Random bits by SplitMix64 (Steele, Lea, Flood 2014).
package struct IdentifierSource: Equatable, Sendable, RandomNumberGenerator {
    package var now: Timestamp
    private var state: UInt64

    package init(seed: UInt64, now: Timestamp) {
        state = seed
        self.now = now
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns a new identifier for whatever the caller names.
    package mutating func identifier<Owner>(
        of owner: Owner.Type = Owner.self
    ) -> Identifier<Owner> {
        var random = self
        let identifier = Identifier<Owner>(UUIDv7(at: now, using: &random))
        self = random
        return identifier
    }
}
