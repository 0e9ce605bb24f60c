// What the program tells the terminal beside frames.
extension TerminalSession {
    /// Gives text to the clipboard of whoever sits at the terminal, however far away.
    package func copy(_ text: String) { tell(TerminalWords.copy(text)) }

    /// Has the terminal show a notification, where it can.
    package func notify(title: String, text: String) {
        tell(TerminalWords.notify(title: title, text: text, terminal: capabilities.name))
    }

    /// Gives the cursor a shape until the session closes; nothing is sent when
    /// it has it, or to a terminal that may print what it does not know.
    package func setCursor(_ shape: CursorShape) {
        guard shape != cursorShape, isLikeXTerm else { return }
        cursorShape = shape
        tell(TerminalWords.cursor(shape))
    }

    /// What a terminal that understands xterm is told when it is taken over.
    var greeting: String {
        guard isLikeXTerm else { return "" }
        let shape = cursorShape.map { TerminalWords.cursor($0) } ?? ""
        return TerminalWords.askForHover + TerminalWords.logicalOrder + shape
    }

    /// What it is told when it is given back.
    var farewell: String {
        guard isLikeXTerm else { return "" }
        return TerminalWords.endHover + TerminalWords.implicitOrder + TerminalWords.ownCursor
    }
}
