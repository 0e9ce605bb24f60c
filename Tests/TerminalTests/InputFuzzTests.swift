import Input
import Testing

@testable import Terminal

struct InputFuzzTests {
    /// A generator with a seed, so that a failure comes again.
    struct Noise: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `Whatever bytes come, the decoder lives and stays small`(_ seed: UInt64) {
        var noise = Noise(state: seed)
        var decoder = InputDecoder()
        let likely: [UInt8] = [
            0x1B, 0x5B, 0x3B, 0x4D, 0x3C, 0x7E, 0x50, 0x5D, 0x5F, 0x5C, 0x32, 0x30,
        ]
        var left = 100_000
        while left > 0 {
            let count = Int.random(in: 1...40, using: &noise)
            let chunk = (0..<count).map { _ in
                Bool.random(using: &noise)
                    ? UInt8.random(in: 0...255, using: &noise)
                    : likely[Int.random(in: 0..<likely.count, using: &noise)]
            }
            for case .event(.paste(let text)) in decoder.feed(chunk) {
                #expect(text.utf8.count <= InputDecoder.pasteLimit)
            }
            if Bool.random(using: &noise) { _ = decoder.flush() }
            #expect(decoder.flushed.count <= 2)
            left -= count
        }
        #expect(decoder.pending.count <= InputDecoder.pasteLimit)
    }

    @Test func `Replies among keys, cut anywhere, never become text`() {
        var noise = Noise(state: 7)
        let pieces = TerminalReplyTests.replies.map(\.0) + ["a", "b", "\u{1B}[A"]
        for _ in 0..<500 {
            let chosen = (0..<20).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &noise)]
            }
            var bytes = chosen.joined().utf8[...]
            var decoder = InputDecoder()
            var keys: [KeyChord] = []
            while !bytes.isEmpty {
                let count = Int.random(in: 1...9, using: &noise)
                for case .event(.key(let chord)) in decoder.feed(bytes.prefix(count)) {
                    keys.append(chord)
                }
                bytes = bytes.dropFirst(count)
            }
            let expected = chosen.compactMap { piece -> KeyChord? in
                ["a": "a", "b": "b", "\u{1B}[A": "up"][piece]
            }
            #expect(keys == expected)
        }
    }
}
