import Editorial
import Input

extension EditorState {
    /// Carries out what a key asks for here; in a text field other printing
    /// keys are text.
    ///
    /// Digits before a command in NORMAL say how often; the keys of a sequence
    /// wait for the rest of it.
    mutating func press(_ chord: KeyChord) -> [Effect] {
        let waiting = pending
        if !waiting.isEmpty, chord == KeyChord(.escape) {
            pending = PendingKeys()
            return []
        }
        if takeDigit(chord) { return [] }
        let chords = waiting.chords + [chord]
        switch keymap.meaning(of: chords, in: contexts, facts: facts) {
        case .command(let id, let letter):
            pending = PendingKeys()
            return run(id, count: waiting.count, letter: letter)
        case .prefix:
            pending.chords = chords
            return []
        case .nothing:
            pending = PendingKeys()
            guard waiting.chords.isEmpty else {
                say("\(KeySequence(chords.map { .chord($0) })) means nothing here.", .warning)
                return []
            }
            if textField != nil, let text = chord.text { return type(text) }
            return []
        }
    }

    /// Takes a digit into the count, where digits are no text and mean nothing else.
    private mutating func takeDigit(_ chord: KeyChord) -> Bool {
        guard textField == nil, pending.chords.isEmpty, chord.modifiers.isEmpty,
            case .character(let character) = chord.key, character.isASCII,
            let digit = character.wholeNumberValue
        else { return false }
        if pending.count == nil {
            guard digit > 0, keymap.command(for: chord, in: contexts, facts: facts) == nil
            else { return false }
        }
        pending.append(digit: digit)
        return true
    }

    /// Carries out a command, as often as a count says where that has a meaning.
    mutating func run(
        _ id: Command.ID,
        count: Int?,
        letter: Character?
    ) -> [Effect] {
        let edit = history.current
        givenCount = count
        givenLetter = letter
        defer {
            givenCount = nil
            givenLetter = nil
            remember(id, count: count, letter: letter, since: edit)
        }
        guard let count, Command[id]?.repeats == true else { return run(id) }
        // Macros that are played many times share what one may set off.
        let isOutermost = macros.allowance == nil
        if isOutermost { macros.allowance = Macros.playLimit }
        defer { if isOutermost { macros.allowance = nil } }
        var effects: [Effect] = []
        for _ in 0..<min(count, Self.repeatLimit) {
            let before = self
            effects += run(id)
            // Nothing more will come of it.
            if self == before || macros.allowance == 0 { break }
        }
        return effects.withoutStaleSaves
    }

    /// More than any list is long, and few enough to be done at once.
    private static let repeatLimit = 1000

    /// Carries out a command, or says why it cannot be done now.
    mutating func run(_ id: Command.ID) -> [Effect] {
        guard let command = Command[id] else {
            say("No command is called “\(id)”.", .warning)
            return []
        }
        if let reason = command.reason(in: self) {
            say(reason, .warning)
            return []
        }
        return command.perform(&self)
    }
}

extension [Effect] {
    /// The effects without saves that a later one makes needless.
    fileprivate var withoutStaleSaves: [Effect] {
        let last = lastIndex { if case .save = $0 { true } else { false } }
        return enumerated().filter { place, effect in
            if case .save = effect { place == last } else { true }
        }.map(\.element)
    }
}

extension KeyChord {
    /// What it writes in a text field.
    fileprivate var text: String? {
        guard modifiers.subtracting(.shift).isEmpty, case .character(let character) = key else {
            return nil
        }
        return String(character)
    }
}
