/// The sequences that take a terminal over and give it back.
enum TerminalModes {
    /// Takes over the screen, cleared, and asks for pastes, focus and pointer.
    static let enter =
        "\u{1B}[22;2t\u{1B}[?1049h\u{1B}[r\u{1B}[?6l\u{1B}[4l\u{1B}[?7h\u{1B}(B\u{1B}[0m"
        + "\u{1B}[?25l\u{1B}[H\u{1B}[2J\u{1B}[?2004h\u{1B}[?1004h\u{1B}[?1002h\u{1B}[?1006h"

    /// Asks kitty's keyboard to tell apart what the old coding cannot.
    static let pushKeyboard = "\u{1B}[>1u"

    static let beginUpdate = "\u{1B}[?2026h"
    static let endUpdate = "\u{1B}[?2026l"

    /// Asks whether everything before was read; the answer is ``TerminalReply/ready``.
    static let askReady = "\u{1B}[5n"

    /// Hides the cursor while bytes are read: some terminals draw it wherever
    /// it is on the way, and leave a hole in the picture there.
    static func withoutCursor(_ bytes: [UInt8]) -> [UInt8] {
        Array("\u{1B}[?25l".utf8) + bytes + Array("\u{1B}[?25h".utf8)
    }

    /// Gives everything back, in whatever state the terminal was left: CAN
    /// and ST end a sequence or string that was cut off in the middle.
    ///
    /// `words` is what else is to be undone, told while the screen is still
    /// taken over.
    static func leave(_ capabilities: TerminalCapabilities, words: String = "") -> String {
        var text = "\u{18}\u{1B}\\"
        if capabilities.synchronizedOutput { text += endUpdate }
        if capabilities.graphics == .kitty { text += "\u{1B}_Ga=d,d=A,q=2;\u{1B}\\" }
        if capabilities.kittyKeyboard { text += "\u{1B}[<u" }
        return text + "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1004l\u{1B}[?2004l\u{1B}[r\u{1B}[0m"
            + words + "\u{1B}[2J\u{1B}[?25h\u{1B}[?1049l\u{1B}[23;2t"
    }

    /// Sets the window's title; at most 200 characters.
    static func title(_ text: String) -> String {
        "\u{1B}]2;\(String(text.printable.prefix(200)))\u{1B}\\"
    }
}
