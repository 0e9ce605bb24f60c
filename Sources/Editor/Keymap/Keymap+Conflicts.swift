package import Input

extension Keymap {
    /// Two commands on the same keys in one context; only one can be reached.
    package struct Conflict: Hashable, Sendable, CustomStringConvertible {
        package let context: Context
        package let keys: KeySequence
        /// In the order they were bound.
        package let commands: [Command.ID]

        package var description: String {
            let names = commands.map { "“\($0)”" }.joined(separator: " and ")
            return "\(keys) is bound to \(names) in \(context.rawValue); keep one of them."
        }
    }

    /// The keys that are bound twice under one condition, and those that can
    /// never be pressed because fewer of them mean something, in the order of
    /// the keymap.
    package var conflicts: [Conflict] {
        var seen: Set<Place> = []
        return bindings.compactMap { binding in
            guard seen.insert(Place(binding)).inserted else { return nil }
            let rivals = bindings(in: binding.context).filter { binding.collides(with: $0) }
            guard rivals.count > 1 else { return nil }
            return Conflict(
                context: binding.context,
                keys: binding.keys,
                commands: rivals.map(\.command)
            )
        }
    }

    private struct Place: Hashable {
        let context: Context
        let keys: KeySequence
        let condition: KeyCondition?

        init(_ binding: Binding) {
            context = binding.context
            keys = binding.keys
            condition = binding.condition
        }
    }
}

extension Keymap.Binding {
    /// Whether one of the two hides the other, or both are the same.
    func collides(with other: Keymap.Binding) -> Bool {
        guard condition == other.condition else { return false }
        return keys == other.keys || other.keys.isPrefix(of: keys)
    }
}
