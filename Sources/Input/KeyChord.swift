/// A key with its modifiers, spelled as people write it: `ctrl-g`, `shift-tab`, `?`, `f1`, `space`.
package struct KeyChord: Hashable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    package var key: Key
    package var modifiers: KeyModifiers

    package init(_ key: Key, _ modifiers: KeyModifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    /// Reads a spelling; nil when no key is called that.
    package init?(spelling: String) {
        var rest = Substring(spelling)
        var modifiers: KeyModifiers = []
        while let prefix = Self.prefixes.first(where: {
            rest.hasPrefix($0.spelling) && rest.count > $0.spelling.count
        }) {
            modifiers.insert(prefix.modifier)
            rest = rest.dropFirst(prefix.spelling.count)
        }
        guard let key = Self.key(named: rest) else { return nil }
        self.init(key, modifiers)
    }

    /// - Precondition: The literal is a spelling.
    package init(stringLiteral value: String) {
        guard let chord = KeyChord(spelling: value) else {
            preconditionFailure("No key is spelled “\(value)”.")
        }
        self = chord
    }

    package var description: String {
        let prefix = Self.prefixes.filter { modifiers.contains($0.modifier) }
            .map(\.spelling).joined()
        return prefix + Self.name(of: key)
    }

    private static let prefixes: [(spelling: String, modifier: KeyModifiers)] = [
        ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
    ]

    private static let names: [(name: String, key: Key)] = [
        ("space", .character(" ")), ("enter", .enter), ("esc", .escape), ("tab", .tab),
        ("backspace", .backspace), ("delete", .delete), ("insert", .insert), ("up", .up),
        ("down", .down), ("left", .left), ("right", .right), ("home", .home), ("end", .end),
        ("pageup", .pageUp), ("pagedown", .pageDown),
    ]

    private static func key(named name: Substring) -> Key? {
        if let named = names.first(where: { $0.name == name }) { return named.key }
        if name.count == 1, let character = name.first { return .character(character) }
        if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...24).contains(number) {
            return .function(number)
        }
        return nil
    }

    private static func name(of key: Key) -> String {
        if let named = names.first(where: { $0.key == key }) { return named.name }
        return switch key {
        case .character(let character): String(character)
        case .function(let number): "f\(number)"
        default: preconditionFailure("Every other key has a name.")
        }
    }
}
