package import Input

/// Keys that wait for more keys.
package struct PendingKeys: Hashable, Sendable {
    /// How often the command is to be done; nil when nobody said.
    package var count: Int?
    /// The beginning of a sequence.
    package var chords: [KeyChord] = []

    /// More than anybody wants to repeat.
    static let countLimit = 9999

    package var isEmpty: Bool { count == nil && chords.isEmpty }

    /// Takes a digit into the count.
    mutating func append(digit: Int) {
        count = min(Self.countLimit, (count ?? 0) * 10 + digit)
    }
}

/// What may follow the keys that were pressed, for the popup that teaches it.
package struct NextKey: Hashable, Sendable {
    package let step: KeySequence.Step
    /// The command's title, or how many commands follow.
    package let title: String
    /// Whether more keys follow this one.
    package let isPrefix: Bool
}

extension EditorState {
    /// What may follow the keys that wait, in the order of the keymap; empty
    /// when none wait.
    package var nextKeys: [NextKey] {
        let pressed = pending.chords
        guard !pressed.isEmpty else { return [] }
        var order: [KeySequence.Step] = []
        var commands: [KeySequence.Step: [Command]] = [:]
        var isWhole: [KeySequence.Step: Bool] = [:]
        for (keys, command) in keymap.bindings(for: self)
        where keys.steps.count > pressed.count && keys.begins(with: pressed) {
            let step = keys.steps[pressed.count]
            if commands[step] == nil { order.append(step) }
            commands[step, default: []].append(command)
            isWhole[step] = isWhole[step] ?? false || keys.steps.count == pressed.count + 1
        }
        return order.map { step in
            let found = commands[step] ?? []
            let whole = isWhole[step] ?? false
            return NextKey(
                step: step,
                title: whole ? found.first?.title ?? "" : "\(found.count) commands",
                isPrefix: !whole
            )
        }
    }
}
