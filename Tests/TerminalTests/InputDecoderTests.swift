import Input
import Testing

@testable import Terminal

struct InputDecoderTests {
    static let keys: [(String, KeyChord)] = [
        ("a", "a"), ("G", "G"), ("é", "é"), ("日", "日"), ("👍", "👍"), (" ", "space"),
        ("\u{0}", "ctrl-space"), ("\u{1}", "ctrl-a"), ("\u{1A}", "ctrl-z"), ("\u{3}", "ctrl-c"),
        ("\u{7}", "ctrl-g"), ("\n", "ctrl-j"), ("\u{1C}", "ctrl-\\"), ("\u{1F}", "ctrl-_"),
        ("\r", "enter"), ("\t", "tab"), ("\u{7F}", "backspace"), ("\u{8}", "backspace"),
        ("\u{1B}[Z", "shift-tab"), ("\u{1B}a", "alt-a"), ("\u{1B}é", "alt-é"),
        ("\u{1B}\u{1}", "ctrl-alt-a"), ("\u{1B}\r", "alt-enter"), ("\u{1B}\u{7F}", "alt-backspace"),
        ("\u{1B}[A", "up"), ("\u{1B}[B", "down"), ("\u{1B}[C", "right"), ("\u{1B}[D", "left"),
        ("\u{1B}OA", "up"), ("\u{1B}OB", "down"), ("\u{1B}OC", "right"), ("\u{1B}OD", "left"),
        ("\u{1B}[H", "home"), ("\u{1B}[F", "end"), ("\u{1B}OH", "home"), ("\u{1B}OF", "end"),
        ("\u{1B}[1~", "home"), ("\u{1B}[4~", "end"), ("\u{1B}[7~", "home"), ("\u{1B}[8~", "end"),
        ("\u{1B}[2~", "insert"), ("\u{1B}[3~", "delete"), ("\u{1B}[5~", "pageup"),
        ("\u{1B}[6~", "pagedown"), ("\u{1B}OM", "enter"), ("\u{1B}Oq", "1"),
        ("\u{1B}OP", "f1"), ("\u{1B}OQ", "f2"), ("\u{1B}OR", "f3"), ("\u{1B}OS", "f4"),
        ("\u{1B}[11~", "f1"), ("\u{1B}[15~", "f5"), ("\u{1B}[17~", "f6"), ("\u{1B}[18~", "f7"),
        ("\u{1B}[19~", "f8"), ("\u{1B}[20~", "f9"), ("\u{1B}[21~", "f10"), ("\u{1B}[23~", "f11"),
        ("\u{1B}[24~", "f12"), ("\u{1B}[34~", "f20"), ("\u{1B}[1;2P", "shift-f1"),
        ("\u{1B}[1;5R", "ctrl-f3"), ("\u{1B}[1;5A", "ctrl-up"), ("\u{1B}[1;2D", "shift-left"),
        ("\u{1B}[1;3C", "alt-right"), ("\u{1B}[1;8B", "ctrl-alt-shift-down"),
        ("\u{1B}[3;5~", "ctrl-delete"), ("\u{1B}[5;3~", "alt-pageup"), ("\u{1B}[1;5H", "ctrl-home"),
        ("\u{1B}[97u", "a"), ("\u{1B}[97;5u", "ctrl-a"), ("\u{1B}[27u", "esc"),
        ("\u{1B}[13;2u", "shift-enter"), ("\u{1B}[9;5u", "ctrl-tab"),
        ("\u{1B}[127;3u", "alt-backspace"),
        ("\u{1B}[97;6u", "ctrl-shift-a"), ("\u{1B}[97;2u", "A"), ("\u{1B}[49:33;2u", "!"),
        ("\u{1B}[97;69u", "ctrl-a"), ("\u{1B}[97;1:1u", "a"), ("\u{1B}[57399u", "0"),
        ("\u{1B}[57414u", "enter"), ("\u{1B}[57376u", "f13"), ("\u{1B}[1;5:2A", "ctrl-up"),
        ("\u{1B}[27;5;105~", "ctrl-i"),
        // The Linux console and rxvt.
        ("\u{1B}[[A", "f1"), ("\u{1B}[[E", "f5"), ("\u{1B}[a", "shift-up"),
        ("\u{1B}[d", "shift-left"), ("\u{1B}Oa", "ctrl-up"), ("\u{1B}Oc", "ctrl-right"),
        ("\u{1B}[7$", "shift-home"), ("\u{1B}[3^", "ctrl-delete"),
        ("\u{1B}[5@", "ctrl-shift-pageup"), ("\u{1B}[23$", "shift-f11"),
    ]

    private func decode(_ text: String) -> [DecodedInput] {
        var decoder = InputDecoder()
        return decoder.feed(Array(text.utf8)) + decoder.flush()
    }

    @Test(arguments: keys)
    func `Every key is one event`(_ text: String, _ chord: KeyChord) {
        #expect(decode(text) == [.event(.key(chord))])
    }

    @Test(arguments: keys)
    func `A key split at any byte is the same key`(_ text: String, _ chord: KeyChord) {
        var decoder = InputDecoder()
        var decoded: [DecodedInput] = []
        for byte in text.utf8 { decoded += decoder.feed([byte]) }
        decoded += decoder.flush()
        #expect(decoded == [.event(.key(chord))])
    }

    @Test func `Keys typed together come in order`() {
        let chords: [KeyChord] = ["a", "up", "alt-b", "é", "f5", "enter"]
        #expect(decode("a\u{1B}[A\u{1B}bé\u{1B}[15~\r") == chords.map { .event(.key($0)) })
    }

    @Test func `Escape alone waits for silence`() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.event(.key("esc"))])
        #expect(!decoder.isWaiting)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.feed(Array("[".utf8)) == [.event(.key("["))])
    }

    @Test func `Escape twice is two keys`() {
        #expect(decode("\u{1B}\u{1B}") == [.event(.key("esc")), .event(.key("esc"))])
        #expect(decode("\u{1B}\u{1B}[A") == [.event(.key("esc")), .event(.key("up"))])
    }

    @Test(arguments: ["[", "O", "]", "P", "_", "X", "^"])
    func `Alt with a character that begins a sequence is a key after silence`(_ text: String) {
        #expect(decode("\u{1B}" + text) == [.event(.key(KeyChord(stringLiteral: "alt-" + text)))])
    }

    @Test func `The release of a key is no press`() {
        #expect(decode("\u{1B}[97;1:3u").isEmpty)
        #expect(decode("\u{1B}[1;1:3A").isEmpty)
        #expect(decode("\u{1B}[57441;2u").isEmpty)
    }

    static let pointers: [(String, PointerEvent.Kind, PointerEvent.Button, KeyModifiers)] = [
        ("\u{1B}[<0;5;3M", .press, .left, []), ("\u{1B}[<0;5;3m", .release, .left, []),
        ("\u{1B}[<1;5;3M", .press, .middle, []), ("\u{1B}[<2;5;3M", .press, .right, []),
        ("\u{1B}[<32;5;3M", .drag, .left, []), ("\u{1B}[<35;5;3M", .move, .none, []),
        ("\u{1B}[<64;5;3M", .wheelUp, .none, []), ("\u{1B}[<65;5;3M", .wheelDown, .none, []),
        ("\u{1B}[<4;5;3M", .press, .left, .shift), ("\u{1B}[<16;5;3M", .press, .left, .control),
        ("\u{1B}[<8;5;3M", .press, .left, .alt), ("\u{1B}[<80;5;3M", .wheelUp, .none, .control),
    ]

    @Test(arguments: pointers)
    func `The pointer says what it did and where`(
        _ text: String,
        _ kind: PointerEvent.Kind,
        _ button: PointerEvent.Button,
        _ modifiers: KeyModifiers
    ) {
        let event = PointerEvent(
            kind: kind,
            button: button,
            position: CellPoint(column: 4, row: 2),
            modifiers: modifiers
        )
        #expect(decode(text) == [.event(.pointer(event))])
    }

    @Test func `Focus comes and goes`() {
        #expect(decode("\u{1B}[I\u{1B}[O") == [.event(.focus(true)), .event(.focus(false))])
    }

    @Test(arguments: [
        "\u{1B}[<66;5;3M", "\u{1B}[M !!", "\u{1B}[12;40R", "\u{1B}[?1;2;3$x", "\u{1B}[5n",
        "\u{1B}P0+r\u{1B}\\", "\u{1B}]52;c;aGk=\u{7}", "\u{1B}_hello\u{1B}\\", "\u{1B}^x\u{1B}\\",
        "\u{1B}Xtext\u{1B}\\", "\u{1B}\\", "\u{1B}[201~", "\u{1B}[999~", "\u{1B}[3;9999999999999t",
    ])
    func `What nobody asked for is swallowed`(_ text: String) {
        #expect(decode(text).isEmpty)
        #expect(decode(text + "k") == [.event(.key("k"))])
    }

    @Test(arguments: ["\u{FF}", "\u{C0}\u{AF}"])
    func `Valid characters come through, whatever stood before`(_ text: String) {
        let bytes = text.unicodeScalars.map { UInt8($0.value) } + Array("k".utf8)
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes) == [.event(.key("k"))])
    }

    @Test func `A character cut short does not eat the next`() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0xE6, 0x97, 0x61]) == [.event(.key("a"))])
        #expect(decoder.feed([0xE6, 0x1B, 0x5B, 0x41]) == [.event(.key("up"))])
    }

    @Test(arguments: ["\u{1B}[97;9u", "\u{1B}[97;17u", "\u{1B}[[Z", "\u{1B}[99$", "\u{1B}[1;2$"])
    func `What belongs to the window manager, or to no key, types nothing`(text: String) {
        #expect(decode(text) == [])
    }
}
