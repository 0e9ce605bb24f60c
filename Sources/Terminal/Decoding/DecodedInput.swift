package import Input

/// One thing read from the terminal.
package enum DecodedInput: Hashable, Sendable {
    /// Done by a person.
    case event(InputEvent)
    /// Said by the terminal.
    case reply(TerminalReply)
}
