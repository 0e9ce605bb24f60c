/// A text in the language of manual pages (man(7)), built from above to below.
struct ManualText {
    private(set) var text = ""

    /// Begins the page.
    mutating func title(_ name: String, section: Int, _ product: String) {
        line(".TH \(name.uppercased()) \(section) \"\" \"\(Self.escaped(product))\"")
        // Neither hyphens nor stretched lines: options are to be copied.
        line(".nh\n.ad l")
    }

    mutating func heading(_ words: String) { line(".SH \(Self.escaped(words.uppercased()))") }

    mutating func subheading(_ words: String) { line(".SS \(Self.escaped(words))") }

    /// Writes paragraphs; lines that are indented stay as they are.
    mutating func prose(_ words: String) {
        for paragraph in words.split(separator: "\n\n") {
            let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false)
            line(".PP")
            for line in lines {
                if line.hasPrefix("  ") {
                    self.line(".br\n.nf\n" + Self.escaped(String(line)) + "\n.fi")
                } else {
                    self.line(Self.escaped(String(line)))
                }
            }
        }
    }

    /// Writes a term in bold with what it means.
    mutating func item(_ term: String, _ meaning: String) {
        line(".TP\n.B \(Self.escaped(term, quoted: true))")
        line(meaning.isEmpty ? "\\&" : Self.escaped(meaning))
    }

    private mutating func line(_ words: String) { text += words + "\n" }

    /// What the language would take for its own is taken literally.
    private static func escaped(_ words: String, quoted: Bool = false) -> String {
        let plain = words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("\"", with: quoted ? "\\(dq" : "\"")
        if quoted { return "\"\(plain)\"" }
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
