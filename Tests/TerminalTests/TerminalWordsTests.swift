import Testing

@testable import Terminal

struct TerminalWordsTests {
    private static let hostile = [
        "\u{1B}]0;owned\u{7}", "a\u{9B}31mb", "x\u{1B}\\y", "\u{202E}abc", "a\u{0}b",
        "\u{90}q\u{9C}", "ok",
    ]

    @Test(arguments: hostile)
    func `No text ends its sequence and begins another`(text: String) {
        for words in [
            TerminalWords.notify(title: text, text: text, terminal: nil),
            TerminalWords.notify(title: text, text: text, terminal: "iTerm2"),
            TerminalWords.link(text, to: text), TerminalWords.copy(text), TerminalModes.title(text),
        ] {
            let body = words.unicodeScalars.dropFirst()
            let controls = body.filter { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
            // A link has four escapes of its own, the others one that ends them.
            let own = words.hasPrefix("\u{1B}]8") ? 3 : 1
            #expect(controls.count == own && controls.allSatisfy { $0 == "\u{1B}" }, "\(words)")
        }
    }

    @Test func `What is copied is whole characters in base 64`() {
        #expect(TerminalWords.copy("boat é") == "\u{1B}]52;c;Ym9hdCDDqQ==\u{1B}\\")
        let long = TerminalWords.copy(String(repeating: "漢", count: 40_000))
        #expect(long.utf8.count < 100_000)
    }

    @Test func `A notification is one that the terminal knows`() {
        let known = TerminalWords.notify(title: "Harbour", text: "Take 1; done", terminal: "kitty")
        #expect(known == "\u{1B}]777;notify;Harbour;Take 1, done\u{1B}\\")
        let iterm = TerminalWords.notify(title: "Harbour", text: "Done.", terminal: "iTerm2 3.5")
        #expect(iterm == "\u{1B}]9;Harbour: Done.\u{1B}\\")
    }
}
