import AccountAPI

/// Which passwords may be chosen (ASVS 2.1): long ones, of anything.
enum PasswordPolicy {
    static let characters = 10...256

    /// - Throws: ``Refusal`` that says what to choose instead.
    static func check(_ password: String, email: EmailAddress) throws(Refusal) {
        guard characters.contains(password.count), password.utf8.count <= 1024 else {
            throw Refusal(
                .weakPassword,
                "A password has \(characters.lowerBound) to \(characters.upperBound) "
                    + "characters; a few words in a row are easy to keep."
            )
        }
        let name = email.text.prefix { $0 != "@" }
        guard Set(password).count >= 5, !isRun(password),
            password.lowercased() != email.text, password.lowercased() != String(name)
        else {
            throw Refusal(
                .weakPassword,
                "That password is among the first to be guessed; choose a few words in a row."
            )
        }
    }

    /// Whether every character follows the one before, as in `1234567890`.
    private static func isRun(_ password: String) -> Bool {
        let values = password.unicodeScalars.map { Int($0.value) }
        return [1, -1].contains { step in
            zip(values, values.dropFirst()).filter { $1 - $0 != step }.count <= 1
        }
    }
}
