/// Something the workspace could not do.
package struct WorkspaceError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        case notWritable
        /// A newer version of the program wrote it.
        case newer
        case damaged
        case diskFull
        /// Another process held it for too long.
        case busy
        /// A file or an entry that is asked for is not there.
        case missing
        /// Somebody else wrote what was to be written meanwhile.
        case conflict
        case other

        /// Whether the same call may succeed later, unchanged.
        package var isTransient: Bool { self == .busy }
    }

    package var kind: Kind
    /// What happened, to which thing, and what to do now, in one sentence.
    package var message: String

    package init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }
}
