/// A piece of a prompt that is used again and again, under a short name.
package struct Snippet: Hashable, Sendable {
    /// One word of letters, digits and hyphens, in lower case.
    package let name: String
    package let text: String

    package static let textLimit = 2000
    package static let limit = 500

    /// nil where the name is none or the text is empty or too long.
    package init?(name: String, text: String) {
        let word = name.lowercased()
        let isWord = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard isWord, (1...40).contains(word.count), (1...Self.textLimit).contains(text.count)
        else { return nil }
        self.name = word
        self.text = text
    }
}
