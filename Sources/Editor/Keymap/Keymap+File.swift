import Input
package import PlainText

extension Keymap {
    /// Lays a person's own keys over the keymap.
    ///
    /// The file has a mapping for each context: keys to a command, to `none`,
    /// or to `{ command: …, when: … }`. Keys of the file take the place of the
    /// same keys in that context, and of longer ones that they begin.
    ///
    /// - Parameters:
    ///   - text: The file, as YAML.
    ///   - file: What errors call it.
    /// - Returns: The keymap with everything in the file that is right, and an
    ///   error at its place for everything that is not.
    package func merging(
        _ text: String,
        file: String
    ) -> (keymap: Keymap, errors: [PlainTextError]) {
        var reading = KeymapReading()
        do throws(PlainTextError) {
            try reading.read(PlainTextNode(text, file: file, of: "a keymap"))
        } catch {
            reading.errors.append(error)
        }
        let kept = bindings.filter { built in
            !reading.rows.contains { $0.replaces(built) }
        }
        let own = reading.rows.compactMap(\.binding)
        return (Keymap(kept + own), reading.errors)
    }
}

/// What a keymap's file says, row by row.
private struct KeymapReading {
    /// One row of the file that is right.
    struct Row {
        let context: Keymap.Context
        let keys: KeySequence
        let condition: KeyCondition?
        /// nil takes the keys' meaning away.
        let command: Command.ID?
        let place: PlainTextNode

        var binding: Keymap.Binding? {
            command.map {
                Keymap.Binding(context: context, keys: keys, command: $0, condition: condition)
            }
        }

        func replaces(_ built: Keymap.Binding) -> Bool {
            guard built.context == context else { return false }
            guard built.keys != keys else {
                return condition == nil || condition == built.condition
            }
            return condition == nil
                && (keys.isPrefix(of: built.keys) || built.keys.isPrefix(of: keys))
        }
    }

    var rows: [Row] = []
    var errors: [PlainTextError] = []

    mutating func read(_ root: PlainTextNode) throws(PlainTextError) {
        let contexts = Keymap.Context.allCases.map(\.rawValue)
        for field in try root.fields(of: "a keymap") {
            guard let context = Keymap.Context(rawValue: field.name) else {
                errors.append(field.key.unknown(field.name, "a place for keys", among: contexts))
                continue
            }
            // A place with nothing under it is one that somebody will fill in.
            if field.value.word?.isEmpty == true { continue }
            collect {
                () throws(PlainTextError) in
                try field.value.fields(of: "the keys of \(field.name)")
            }.forEach { read($0, in: context) }
        }
    }

    private mutating func read(_ field: PlainTextNode.Field, in context: Keymap.Context) {
        let row = collect { () throws(PlainTextError) in
            [try Self.row(field, in: context)]
        }
        for row in row {
            if let problem = problem(with: row) { errors.append(problem) } else { rows.append(row) }
        }
    }

    /// Returns what was read, or notes why it was not.
    private mutating func collect<Element>(
        _ read: () throws(PlainTextError) -> [Element]
    ) -> [Element] {
        do throws(PlainTextError) {
            return try read()
        } catch {
            errors.append(error)
            return []
        }
    }

    private static func row(
        _ field: PlainTextNode.Field,
        in context: Keymap.Context
    ) throws(PlainTextError) -> Row {
        guard let keys = KeySequence(spelling: field.name) else {
            throw field.key.error(
                "No key is spelled `\(field.name.excerpt)`; write one such as ctrl-g, f5, "
                    + "shift-tab, or up to four with spaces between them."
            )
        }
        if context.takesText, let chord = keys.steps.first?.chord, chord.writes {
            throw field.key.error(
                "`\(field.name.excerpt)` writes a letter where text is written; "
                    + "take a key with ctrl or alt."
            )
        }
        var command = field.value
        var condition: KeyCondition?
        if field.value.isMapping {
            let values = try field.value.mapping("a key", allowed: ["command", "when"])
            guard let named = values["command"] else {
                throw field.value.error("A key needs a command; write `command: take.generate`.")
            }
            command = named
            condition = try values["when"].map {
                (node: PlainTextNode) throws(PlainTextError) in try Self.condition(node)
            }
        }
        return Row(
            context: context,
            keys: keys,
            condition: condition,
            command: try Self.command(command),
            place: field.key
        )
    }

    private static func command(_ node: PlainTextNode) throws(PlainTextError) -> Command.ID? {
        let known = Command.all.map(\.id.name)
        let name = try node.text("a command", limit: 80)
        if name == "none" { return nil }
        guard known.contains(name) else {
            if let near = name.nearest(among: known) {
                throw node.error(
                    "No command is called `\(name.excerpt)`; did you mean `\(near)`?"
                )
            }
            throw node.error(
                "No command is called `\(name.excerpt)`; tab after : in the editor lists them."
            )
        }
        return Command.ID(name)
    }

    private static func condition(_ node: PlainTextNode) throws(PlainTextError) -> KeyCondition {
        let name = try node.text("a condition", limit: 80)
        guard let condition = KeyCondition(spelling: name) else {
            let known = KeyCondition.Fact.allCases.map(\.rawValue)
            throw node.unknown(name, "a condition", among: known)
        }
        return condition
    }

    /// Why a row cannot stand beside those before it; nil when it can.
    private func problem(with row: Row) -> PlainTextError? {
        for other in rows where other.context == row.context && other.condition == row.condition {
            if other.keys == row.keys {
                return row.place.error(
                    "`\(row.keys)` is bound twice in \(row.context.rawValue), here and in line "
                        + "\(other.place.line); keep one of the two."
                )
            }
            if other.keys.isPrefix(of: row.keys) || row.keys.isPrefix(of: other.keys) {
                return row.place.error(
                    "`\(row.keys)` and `\(other.keys)` in line \(other.place.line) begin with the "
                        + "same keys, so that the longer could never be pressed; change one of them."
                )
            }
        }
        return nil
    }
}

extension KeySequence.Step {
    fileprivate var chord: KeyChord? {
        if case .chord(let chord) = self { chord } else { nil }
    }
}

extension KeyChord {
    /// Whether it is text in a text field.
    fileprivate var writes: Bool {
        guard case .character = key else { return false }
        return modifiers.subtracting(.shift).isEmpty
    }
}
