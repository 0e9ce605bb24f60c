/// How long after an Escape more bytes may come that belong to it.
///
/// A terminal sends a key's bytes together, and the line may part them: a
/// longer line by more. Where the patience proved too short it grows.
struct EscapePatience: Hashable, Sendable {
    /// 25 ms nearby, a person's own Escape being felt from 100 on.
    private static let least = 25
    private static let most = 250
    /// What a line's round trip may add at most.
    private static let lineLimit = 100

    private var learnt = 0
    private var line = 0

    var milliseconds: Int { min(Self.most, max(Self.least + line, learnt)) }

    /// Takes the time that a question and its answer take.
    mutating func heed(roundTrip: Duration) {
        line = min(Self.lineLimit, max(0, Int(roundTrip.inSeconds * 1000) / 4))
    }

    /// Says that the rest of a key came after it was given up.
    mutating func wasTooShort() { learnt = min(Self.most, milliseconds * 2) }
}
