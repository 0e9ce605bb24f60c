package import Input

/// Which keys ask for which command, where, and when.
package struct Keymap: Equatable, Sendable {
    /// Where keys have a meaning.
    package enum Context: String, CaseIterable, Hashable, Sendable {
        /// Everywhere, text fields and popups included, unless they say otherwise.
        case anywhere
        /// Every panel in NORMAL, unless the panel says otherwise.
        case global
        case presets, preview, prompt, timeline
        /// While the camera is held, and while its keys are edited.
        case camera, keyframes
        /// The screen of projects, and its filter.
        case projects, projectFilter
        case library, libraryFilter, queue, settings, account, team
        /// The prompt's text in NORMAL, while the cursor is on it.
        case promptNormal
        /// Every text field, unless the field says otherwise.
        case insert
        case promptText, filter
        case help, commandLine, palette, choices, question, takeDetails, messages, menu

        /// The heading of its keys in the help.
        package var title: String {
            switch self {
            case .anywhere: "Anywhere"
            case .global: "All panels"
            case .presets: "Presets"
            case .preview: "Preview"
            case .prompt: "Prompt"
            case .timeline: "Timeline"
            case .camera: "Free camera"
            case .projects: "Projects"
            case .projectFilter: "Filtering projects"
            case .library: "Library"
            case .libraryFilter: "Searching the library"
            case .queue: "Queue"
            case .settings: "Settings"
            case .account: "Account"
            case .team: "Team"
            case .keyframes: "Keys of the camera"
            case .promptNormal: "On the prompt’s text"
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
            case .menu: "Menus"
            }
        }

        /// Whether printing keys are text there.
        var takesText: Bool {
            switch self {
            case .insert, .promptText, .filter, .projectFilter, .libraryFilter, .commandLine,
                .palette, .question,
                .anywhere:
                true
            default: false
            }
        }
    }

    /// Keys in one place.
    package struct Binding: Hashable, Sendable {
        package let context: Context
        package let keys: KeySequence
        package let command: Command.ID
        /// When they mean it; nil is always.
        package let condition: KeyCondition?

        package init(
            context: Context,
            keys: KeySequence,
            command: Command.ID,
            condition: KeyCondition? = nil
        ) {
            self.context = context
            self.keys = keys
            self.command = command
            self.condition = condition
        }
    }

    /// In the order that the help lists them.
    package let bindings: [Binding]
    private let index: [Context: [Binding]]

    /// - Parameter bindings: Where keys are bound twice in one context, the
    ///   last binding whose condition holds counts; `conflicts` finds such keys.
    package init(_ bindings: [Binding]) {
        self.bindings = bindings
        index = Dictionary(grouping: bindings, by: \.context)
    }

    func bindings(in context: Context) -> [Binding] { index[context] ?? [] }
}
