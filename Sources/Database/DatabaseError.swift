/// Something a database could not do.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// Another process held the database for too long.
        case busy
        /// The disk is full, or the database reached its limit.
        case full
        case corrupt
        case constraint
        case readOnly
        /// There is no such file or directory, or it may not be opened.
        case missing
        /// A newer version of the program wrote it.
        case newer
        /// The server of the database does not answer.
        case unreachable
        case other

        /// Whether the same call may succeed later, unchanged.
        package var isTransient: Bool { self == .busy || self == .unreachable }
    }

    package var kind: Kind
    /// What happened, to which database, and what to do now, in one sentence.
    package var message: String

    package init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }
}
