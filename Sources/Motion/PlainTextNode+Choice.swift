import PlainText

extension PlainTextNode {
    /// Returns one of some words; `what` is the key whose value it is.
    func word(of what: String, among words: [String]) throws(PlainTextError) -> String {
        guard let word else { throw error("\(what) is one of \(words.spelledOut).") }
        guard words.contains(word) else { throw unknown(word, "a word for \(what)", among: words) }
        return word
    }

    /// Returns the case that is written; `what` is the key whose value it is.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ what: String
    ) throws(PlainTextError) -> Choice {
        let words = Choice.allCases.map(\.rawValue)
        guard let choice = Choice(rawValue: try word(of: what, among: words)) else {
            throw error("\(what) is one of \(words.spelledOut).")
        }
        return choice
    }
}
