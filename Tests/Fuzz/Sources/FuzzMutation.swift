/// Numbers that look like chance, the same for the same seed (Vigna's splitmix64).
struct FuzzRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// What is done to an input.
enum FuzzMutation {
    private static let words: [[UInt8]] = [
        Array("-1".utf8), Array("99999999999999999999".utf8), Array("nan".utf8),
        Array("1e999".utf8), Array("\u{0}".utf8), Array("&a *a".utf8), [0xFF, 0xFF, 0xFF, 0xFF],
        [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0, 0, 0, 0], [0xED, 0xA0, 0x80],
    ]

    /// Returns the input, changed in one to six places.
    static func apply(to input: [UInt8], with random: inout FuzzRandom) -> [UInt8] {
        var bytes = input
        for _ in 0..<(1 + random.next() % 6) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 8 {
            case 0: bytes[place] ^= 1 << UInt8(random.next() % 8)
            case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + length(&random)))
            case 3:
                let end = min(bytes.count, place + length(&random))
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes = Array(bytes.prefix(place + 1))
            case 5:
                let word = words[Int(random.next() % UInt64(words.count))]
                bytes.insert(contentsOf: word, at: place)
            case 6:
                let word = words[Int(random.next() % UInt64(words.count))]
                let end = min(bytes.count, place + word.count)
                bytes.replaceSubrange(place..<end, with: word)
            default:
                let other = Int(random.next() % UInt64(bytes.count))
                bytes.swapAt(place, other)
            }
        }
        return bytes
    }

    private static func length(_ random: inout FuzzRandom) -> Int {
        1 + Int(random.next() % (random.next() % 4 == 0 ? 256 : 8))
    }
}
