/// What a person reads off a terminal and types on a page.
///
/// Eight consonants, which are told apart easily and make no words (RFC 8628,
/// 6.1): 2.56 × 10¹⁰ of them.
struct UserCode: Hashable, Sendable {
    /// Without the hyphen, as it is stored.
    let text: String

    private static let letters = Array("BCDFGHJKLMNPQRSTVWXZ")

    static func random() -> UserCode {
        var source = SystemRandomNumberGenerator()
        let text = (0..<8).map { _ in letters.randomElement(using: &source) ?? "B" }
        return UserCode(text: String(text))
    }

    private init(text: String) { self.text = text }

    /// Reads what a person typed, however they set it apart; nil for what is no code.
    init?(typed: String) {
        guard typed.utf8.count <= 40 else { return nil }
        let text = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        guard text.count == 8, text.allSatisfy({ Self.letters.contains($0) }) else { return nil }
        self.text = text
    }

    /// Such as `BCDF-GHJK`.
    var spelled: String { text.prefix(4) + "-" + text.suffix(4) }
}
