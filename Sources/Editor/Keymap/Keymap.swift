package import Input

/// Which key asks for which command, and where.
package struct Keymap: Equatable, Sendable {
    /// Where a key has a meaning.
    package enum Context: String, CaseIterable, Hashable, Sendable {
        /// Everywhere, text fields and popups included, unless they say otherwise.
        case anywhere
        /// Every panel in NORMAL, unless the panel says otherwise.
        case global
        case presets, preview, prompt, timeline
        /// Every text field, unless the field says otherwise.
        case insert
        case promptText, filter
        case help, commandLine, palette, choices, question, takeDetails, messages

        /// The heading of its keys in the help.
        package var title: String {
            switch self {
            case .anywhere: "Anywhere"
            case .global: "All panels"
            case .presets: "Presets"
            case .preview: "Preview"
            case .prompt: "Prompt"
            case .timeline: "Timeline"
            case .insert: "Text fields"
            case .promptText: "Writing the prompt"
            case .filter: "Filtering presets"
            case .help: "Help"
            case .commandLine: "Command line"
            case .palette: "Command palette"
            case .choices: "Lists"
            case .question: "Questions"
            case .takeDetails: "Take details"
            case .messages: "Messages"
            }
        }
    }

    /// One key in one place.
    package struct Binding: Hashable, Sendable {
        package let context: Context
        package let chord: KeyChord
        package let command: Command.ID
    }

    /// In the order that the help lists them.
    package let bindings: [Binding]
    private let index: [Context: [KeyChord: Command.ID]]

    /// - Parameter bindings: Where a key is bound twice in one context, the
    ///   last binding counts; `conflicts` finds such keys.
    package init(_ bindings: [Binding]) {
        self.bindings = bindings
        var index: [Context: [KeyChord: Command.ID]] = [:]
        for binding in bindings {
            index[binding.context, default: [:]][binding.chord] = binding.command
        }
        self.index = index
    }

    /// Returns what a key asks for in the first of these contexts that knows it.
    package func command(for chord: KeyChord, in contexts: [Context]) -> Command.ID? {
        for context in contexts {
            if let command = index[context]?[chord] { return command }
        }
        return nil
    }
}
