import Input
import Testing

@testable import Terminal

struct TerminalReplyTests {
    static let replies: [(String, TerminalReply)] = [
        ("\u{1B}[?63;1;4;22c", .primaryAttributes([63, 1, 4, 22])),
        ("\u{1B}[?1;2c", .primaryAttributes([1, 2])),
        ("\u{1B}[>41;379;0c", .secondaryAttributes([41, 379, 0])),
        ("\u{1B}P>|tmux 3.3a\u{1B}\\", .version("tmux 3.3a")),
        ("\u{1B}P>|ghostty 1.1\u{7}", .version("ghostty 1.1")),
        ("\u{1B}_Gi=31;OK\u{1B}\\", .kittyGraphics(31, isOK: true)),
        ("\u{1B}_Gi=31;ENOENT:no\u{1B}\\", .kittyGraphics(31, isOK: false)),
        ("\u{1B}[?0u", .kittyKeyboard(flags: 0)),
        ("\u{1B}[4;720;1280t", .windowPixels(width: 1280, height: 720)),
        ("\u{1B}[6;18;9t", .cellPixels(CellPixels(width: 9, height: 18))),
        ("\u{1B}[8;40;130t", .windowCells(columns: 130, rows: 40)),
        ("\u{1B}[?2026;2$y", .mode(2026, state: 2)),
        ("\u{1B}]11;rgb:1e1e/2020/ffff\u{1B}\\", .background(Colour(0x1E20FF))),
        ("\u{1B}]10;rgb:ff/80/0\u{7}", .foreground(Colour(0xFF8000))),
        ("\u{1B}[0n", .ready),
        ("\u{1B}[?1;0;1024S", .colourRegisters(1024)),
    ]

    @Test(arguments: replies)
    func `A reply is understood, whole or split at any byte`(
        _ text: String,
        _ reply: TerminalReply
    ) {
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            var decoder = InputDecoder()
            let decoded = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
            #expect(decoded == [.reply(reply)])
        }
    }

    @Test(arguments: replies)
    func `A reply that comes in two, late, is never typed`(_ text: String, _ reply: TerminalReply) {
        let bytes = Array(text.utf8)
        for cut in 1..<bytes.count - 1 {
            var decoder = InputDecoder()
            var decoded = decoder.feed(bytes[..<cut])
            decoded += decoder.flush()
            decoded += decoder.feed(bytes[cut...])
            let typed = decoded.filter { input in
                guard case .event(.key(let chord)) = input else { return false }
                // What was pressed, as far as anybody could know by then.
                return chord != "esc" && !chord.modifiers.contains(.alt)
            }
            #expect(typed.isEmpty, "cut at \(cut) of \(text.debugDescription)")
            #expect(decoded.contains(.reply(reply)))
        }
    }

    @Test func `A string without end is bounded, and Escape or Enter frees the keyboard`() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Array("\u{1B}]0;".utf8)).isEmpty)
        for _ in 0..<100 {
            #expect(decoder.feed([UInt8](repeating: 0x41, count: 65_536)).isEmpty)
            #expect(decoder.pending.count <= InputDecoder.stringLimit)
        }
        #expect(decoder.feed([0x0D]) == [.event(.key("enter"))])
        #expect(decoder.feed(Array("\u{1B}]0;x\u{1B}[A".utf8)) == [.event(.key("up"))])
    }

    @Test func `A sequence too long is dropped whole`() {
        var decoder = InputDecoder()
        let long = "\u{1B}[" + String(repeating: "1;", count: 40_000) + "A"
        #expect(decoder.feed(Array((long + "k").utf8)) == [.event(.key("k"))])
        #expect(decoder.pending.count <= InputDecoder.sequenceLimit + 1)
    }

    @Test func `A version with controls in it is made harmless`() {
        var decoder = InputDecoder()
        let decoded = decoder.feed(Array("\u{1B}P>|ev\u{202E}il\u{1B}\\".utf8))
        #expect(decoded == [.reply(.version("evil"))])
    }
}
