/// A key of the keyboard, apart from the modifiers held with it.
package enum Key: Hashable, Sendable {
    /// A printing key, as the character it gave: `g`, `G`, `é`, `?`, a space.
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1…F24.
    case function(Int)
}

/// The modifiers held with a key; shift only where it does not change the character.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let shift = KeyModifiers(rawValue: 1)
    package static let alt = KeyModifiers(rawValue: 2)
    package static let control = KeyModifiers(rawValue: 4)
}
