package import Editorial

/// A sentence for the person at the screen, which fades and is kept in `:messages`.
package struct Notice: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        /// Something is so.
        case information
        /// Something was finished.
        case success
        /// Something was not done, and nothing is lost.
        case warning
        /// Something went wrong.
        case failure
    }

    /// How long a notice stays, in seconds.
    package static let lifetime = 6.0

    package var severity: Severity
    /// A whole sentence in the reader's words.
    package var text: String
    package var time: Timestamp

    package init(_ text: String, severity: Severity = .information, at time: Timestamp) {
        self.text = text
        self.severity = severity
        self.time = time
    }
}
