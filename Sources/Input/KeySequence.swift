/// Keys that are pressed one after another, spelled with spaces between them:
/// `g`, `ctrl-w >`, `q {letter}`.
package struct KeySequence: Hashable, Sendable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// What is pressed at one place of the sequence.
    package enum Step: Hashable, Sendable, CustomStringConvertible {
        case chord(KeyChord)
        /// Any letter from a to z, which the command is given.
        case letter

        package var description: String {
            switch self {
            case .chord(let chord): chord.description
            case .letter: KeySequence.letterName
            }
        }

        /// Whether a key is one that may be pressed here.
        package func matches(_ chord: KeyChord) -> Bool {
            switch self {
            case .chord(let own): own == chord
            case .letter: chord.letter != nil
            }
        }
    }

    /// At least one.
    package let steps: [Step]

    /// The most keys a sequence may have.
    package static let limit = 4

    private static let letterName = "{letter}"

    package init(_ chord: KeyChord) { steps = [.chord(chord)] }

    /// - Precondition: There is at least one step.
    package init(_ steps: [Step]) {
        precondition(!steps.isEmpty, "A sequence has at least one key.")
        self.steps = steps
    }

    /// Reads a spelling; nil when one of its keys is none, or there are too many.
    package init?(spelling: String) {
        let words = spelling.split(separator: " ").map(String.init)
        guard (1...Self.limit).contains(words.count) else { return nil }
        var steps: [Step] = []
        for word in words {
            if word == Self.letterName {
                steps.append(.letter)
            } else if let chord = KeyChord(spelling: word) {
                steps.append(.chord(chord))
            } else {
                return nil
            }
        }
        self.steps = steps
    }

    /// - Precondition: The literal is a spelling.
    package init(stringLiteral value: String) {
        guard let sequence = KeySequence(spelling: value) else {
            preconditionFailure("No keys are spelled “\(value)”.")
        }
        self = sequence
    }

    /// The key, when it is one alone.
    package var chord: KeyChord? {
        guard steps.count == 1, case .chord(let chord) = steps[0] else { return nil }
        return chord
    }

    package var description: String { steps.map(\.description).joined(separator: " ") }

    /// Whether these keys are pressed first, and then more.
    package func isPrefix(of other: KeySequence) -> Bool {
        steps.count < other.steps.count && Array(other.steps.prefix(steps.count)) == steps
    }

    /// Whether keys begin the sequence, or are all of it.
    package func begins(with chords: [KeyChord]) -> Bool {
        chords.count <= steps.count && zip(steps, chords).allSatisfy { $0.matches($1) }
    }
}

extension KeyChord {
    /// The letter from a to z that it writes; nil for every other key.
    package var letter: Character? {
        guard modifiers.isEmpty, case .character(let character) = key,
            ("a"..."z").contains(character)
        else { return nil }
        return character
    }
}
