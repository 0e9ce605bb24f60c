package import Input

extension Keymap {
    /// Two commands on one key in one context; only the later can be reached.
    package struct Conflict: Hashable, Sendable, CustomStringConvertible {
        package let context: Context
        package let chord: KeyChord
        /// In the order they were bound.
        package let commands: [Command.ID]

        package var description: String {
            let names = commands.map { "“\($0)”" }.joined(separator: " and ")
            return "\(chord) is bound to \(names) in \(context.rawValue); keep one of them."
        }
    }

    /// The keys that are bound twice, in the order of the keymap.
    package var conflicts: [Conflict] {
        var seen: Set<Place> = []
        return bindings.compactMap { binding in
            guard seen.insert(Place(context: binding.context, chord: binding.chord)).inserted
            else { return nil }
            let same = bindings.filter {
                $0.context == binding.context && $0.chord == binding.chord
            }
            guard same.count > 1 else { return nil }
            return Conflict(
                context: binding.context,
                chord: binding.chord,
                commands: same.map(\.command)
            )
        }
    }

    private struct Place: Hashable {
        let context: Context
        let chord: KeyChord
    }
}
