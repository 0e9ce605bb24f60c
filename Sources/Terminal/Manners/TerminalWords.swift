/// What a program may tell a terminal beside what it draws.
///
/// Whatever comes from outside is without control characters here, so that no
/// text can end its sequence and begin another.
package enum TerminalWords {
    /// The most bytes that are given to the clipboard; terminals drop longer ones.
    static let copyLimit = 74_000

    /// Text for the clipboard, by OSC 52; tmux passes it on as it is set to.
    static func copy(_ text: String) -> String {
        var bytes = Array(text.utf8.prefix(copyLimit))
        // Half a character is none.
        while String(validating: bytes, as: UTF8.self) == nil, !bytes.isEmpty { bytes.removeLast() }
        return "\u{1B}]52;c;\(Base64.text(bytes))\u{1B}\\"
    }

    /// A notification of the desktop: OSC 9 where that is the only one known,
    /// OSC 777 elsewhere, which others drop.
    static func notify(title: String, text: String, terminal: String?) -> String {
        let name = terminal?.lowercased() ?? ""
        let (title, text) = (plain(title), plain(text))
        if ["iterm", "windows"].contains(where: { name.contains($0) }) {
            return "\u{1B}]9;\(title): \(text)\u{1B}\\"
        }
        return "\u{1B}]777;notify;\(title);\(text)\u{1B}\\"
    }

    /// A text that opens an address when it is clicked, by OSC 8; terminals
    /// without it show the text.
    package static func link(_ text: String, to address: String) -> String {
        let address = address.utf8.filter { (0x21..<0x7F).contains($0) }.prefix(2000)
        let target = String(decoding: Array(address), as: UTF8.self)
        return "\u{1B}]8;;\(target)\u{1B}\\\(text.printable)\u{1B}]8;;\u{1B}\\"
    }

    static func cursor(_ shape: CursorShape) -> String { "\u{1B}[\(shape.rawValue) q" }

    /// Gives the cursor the shape that its owner has chosen.
    static let ownCursor = "\u{1B}[0 q"

    /// Tells of the pointer also while no button is held.
    static let askForHover = "\u{1B}[?1003h"
    static let endHover = "\u{1B}[?1003l"

    /// Leaves text in the order it is sent; terminals that know right-to-left
    /// writing would else move cells that belong to other columns.
    static let logicalOrder = "\u{1B}[8l"
    static let implicitOrder = "\u{1B}[8h"

    private static func plain(_ text: String) -> String {
        String(text.printable.replacing(";", with: ",").prefix(200))
    }
}
