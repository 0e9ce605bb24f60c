import Input
import Testing

struct KeyChordTests {
    static let spellings: [(String, KeyChord)] = [
        ("g", KeyChord(.character("g"))),
        ("G", KeyChord(.character("G"))),
        ("é", KeyChord(.character("é"))),
        ("?", KeyChord(.character("?"))),
        ("-", KeyChord(.character("-"))),
        ("ctrl--", KeyChord(.character("-"), .control)),
        ("space", KeyChord(.character(" "))),
        ("ctrl-g", KeyChord(.character("g"), .control)),
        ("ctrl-space", KeyChord(.character(" "), .control)),
        ("alt-enter", KeyChord(.enter, .alt)),
        ("shift-tab", KeyChord(.tab, .shift)),
        ("ctrl-alt-shift-up", KeyChord(.up, [.control, .alt, .shift])),
        ("esc", KeyChord(.escape)),
        ("pagedown", KeyChord(.pageDown)),
        ("f1", KeyChord(.function(1))),
        ("f24", KeyChord(.function(24))),
    ]

    @Test(arguments: spellings)
    func `A spelling is read and written alike`(_ spelling: String, _ chord: KeyChord) {
        #expect(KeyChord(spelling: spelling) == chord)
        #expect(chord.description == spelling)
    }

    @Test(arguments: ["", "f0", "f25", "ctrl-", "hyper-a", "enterr", "ab", "f01x"])
    func `What is no key is not read as one`(_ spelling: String) {
        #expect(KeyChord(spelling: spelling) == nil)
    }

    @Test func `Modifiers are read in any order and written in one`() {
        #expect(KeyChord(spelling: "shift-alt-ctrl-x")?.description == "ctrl-alt-shift-x")
    }
}
