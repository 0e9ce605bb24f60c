/// A key or token that cannot be printed.
///
/// Whatever describes, dumps or interpolates it gives the same short word, so
/// that it gets into no log, error or crash report by accident.
package struct Secret: Hashable, Sendable {
    private let text: String

    /// Spaces and line ends around the text, which a file or a command leaves
    /// there, are no part of it; nil when nothing else is left, or when it holds
    /// a control character.
    package init?(_ text: String) {
        let trimmed = text.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        guard let end, trimmed.utf8.count <= 16_384,
            trimmed[...end].unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = String(trimmed[...end])
    }

    /// The secret itself, for the one place that sends it.
    package var revealed: String { text }

    /// Returns the text without the secret, wherever it stands in it.
    package func struck(from text: String) -> String {
        text.replacing(self.text, with: Self.mask)
    }

    private static let mask = "‹secret›"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
