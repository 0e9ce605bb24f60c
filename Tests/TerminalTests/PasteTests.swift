import Input
import Testing

@testable import Terminal

struct PasteTests {
    private let begin = "\u{1B}[200~"
    private let end = "\u{1B}[201~"

    private func decode(_ text: String) -> [DecodedInput] {
        var decoder = InputDecoder()
        return decoder.feed(Array(text.utf8))
    }

    @Test func `A paste is one event`() {
        #expect(decode(begin + "a paper boat" + end) == [.event(.paste("a paper boat"))])
        #expect(decode(begin + end) == [.event(.paste(""))])
    }

    @Test func `A paste split at any byte is the same paste`() {
        let bytes = Array((begin + "né\u{1B}[2x\ny" + end + "k").utf8)
        for cut in 0...bytes.count {
            var decoder = InputDecoder()
            let decoded =
                decoder.feed(bytes[..<cut]) + decoder.flush() + decoder.feed(bytes[cut...])
            let expected: [DecodedInput] = [.event(.paste("né[2x\ny")), .event(.key("k"))]
            #expect(
                decoded.filter { $0 != .event(.key("esc")) && $0 != .event(.key("alt-[")) }
                    == expected
            )
        }
    }

    @Test func `Controls are taken out, lines' ends are made one kind`() {
        let text = "a\u{0}b\u{7}\u{1B}[31mc\td\r\ne\rf\ng\u{9B}h"
        #expect(decode(begin + text + end) == [.event(.paste("ab[31mc\td\ne\nf\ngh"))])
    }

    @Test func `An end mark in the clipboard does not make keys of the rest`() {
        let decoded = decode(begin + "ls" + end + "\rrm -rf ~\r" + end + "k")
        #expect(decoded.count == 2)
        #expect(decoded.last == .event(.key("k")))
    }

    @Test func `Two pastes in one read stay two`() {
        let decoded = decode(begin + "one" + end + begin + "two" + end)
        #expect(decoded == [.event(.paste("one")), .event(.paste("two"))])
    }

    @Test func `A paste is cut at its limit, and what follows is not`() {
        var decoder = InputDecoder()
        var decoded = decoder.feed(Array(begin.utf8))
        for _ in 0..<40 { decoded += decoder.feed([UInt8](repeating: 0x61, count: 65_536)) }
        #expect(decoder.pending.count == InputDecoder.pasteLimit)
        decoded += decoder.feed(Array((end + "k").utf8))
        guard case .event(.paste(let text)) = decoded.first else {
            Issue.record("The paste is missing.")
            return
        }
        #expect(text.utf8.count == InputDecoder.pasteLimit)
        #expect(decoded.last == .event(.key("k")))
        #expect(decoder.pending.isEmpty)
    }
}
