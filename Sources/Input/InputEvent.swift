/// What a person did at the terminal.
package enum InputEvent: Hashable, Sendable {
    case key(KeyChord)
    /// Text that arrived as one bracketed paste; control characters other than
    /// newline and tab are already taken out.
    case paste(String)
    case pointer(PointerEvent)
    case focus(Bool)
}

/// A press, release, drag or wheel turn of the mouse.
package struct PointerEvent: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case press, release, drag, move, wheelUp, wheelDown
    }

    package enum Button: Hashable, Sendable { case left, middle, right, none }

    package var kind: Kind
    package var button: Button
    package var position: CellPoint
    package var modifiers: KeyModifiers

    package init(
        kind: Kind,
        button: Button,
        position: CellPoint,
        modifiers: KeyModifiers = []
    ) {
        self.kind = kind
        self.button = button
        self.position = position
        self.modifiers = modifiers
    }
}
