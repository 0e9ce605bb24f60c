import Testing

/// What a key costs the line, however long one writes.
@Suite(.serialized)
struct KeystrokeTests {
    /// Bytes for each letter, about: the letter, where it goes, and what counts it.
    private static let most = 250

    @Test func `A letter that is typed sends little more than itself`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try RawTerminal(program, arguments: ["--graphics", "none"])
        try screen.wait(for: "the editor is there") { screen.audit.text.contains("NORMAL") }
        try screen.send("\u{1B}ORi")
        try screen.wait(for: "the prompt takes letters") { screen.audit.text.contains("INSERT") }
        // Letters that nothing else writes, each once, so that what is found is the key's.
        let letters = (0x430...0x44F).compactMap { Unicode.Scalar($0) }.map(String.init)
        let before = screen.audit.bytes
        for letter in letters {
            try screen.send(letter)
            try screen.wait(for: "\(letter) is shown") { screen.audit.text.contains(letter) }
        }
        let each = (screen.audit.bytes - before) / letters.count
        #expect(each < Self.most)
    }
}
