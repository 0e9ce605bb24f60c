/// Why there is no full-screen session.
package struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// Input or output is a file or a pipe.
        case notATerminal
        /// The device cannot be opened or set.
        case unusable
        /// It prints lines and cannot do more.
        case dumb
        /// No terminfo entry, not even a general one, serves this terminal.
        case unknownTerminal
    }

    package var kind: Kind
    /// What is wrong and what to do about it, in one sentence.
    package var message: String

    package var description: String { message }

    static let notATerminal = TerminalError(
        kind: .notATerminal,
        message: "Kinema fills a terminal, but its input or output is not one; "
            + "start it without pipes or redirections."
    )

    static let dumb = TerminalError(
        kind: .dumb,
        message: "TERM=dumb is a terminal that only prints lines, and Kinema fills a screen; start "
            + "it in another, or use its commands, which need none: kinema --help lists them."
    )

    static func unusable(_ device: String, _ reason: String) -> TerminalError {
        TerminalError(
            kind: .unusable,
            message: "The terminal \(device) cannot be used (\(reason)); "
                + "start Kinema from an interactive shell."
        )
    }

    static func unknown(_ term: String) -> TerminalError {
        TerminalError(
            kind: .unknownTerminal,
            message: "No terminal description serves TERM=\(term.printable); "
                + "install the package ncurses-base, or set TERM=xterm-256color."
        )
    }
}
