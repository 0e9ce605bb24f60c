package import Editorial

/// What lies over the panels and has the keys.
package enum Popup: Hashable, Sendable {
    /// The keys of the place it was asked for in.
    case help(contexts: [Keymap.Context], scroll: Int)
    case commandLine(CommandLine)
    case palette(Palette)
    case choices(ChoiceList)
    case question(Question)
    case takeDetails(Take.ID, scroll: Int)
    case messages(scroll: Int)
    case menu(ContextMenu)
    /// The searchable manual.
    case manual(Manual)
    /// Media to choose from.
    case assets(AssetPicker)
    /// All edits of the project.
    case history(selection: Int)

    /// Its heading.
    package var title: String {
        switch self {
        case .help: "Keys"
        case .commandLine: "Command"
        case .palette: "Palette"
        case .choices(let list): list.subject.title
        case .question(let question): question.subject.title
        case .takeDetails: "Take"
        case .messages: "Messages"
        case .menu: "Menu"
        case .manual: "Manual"
        case .assets(let picker): picker.use.title
        case .history: "History"
        }
    }

    /// The field that has the keys, in the popups that have one.
    package var field: TextField? {
        get {
            switch self {
            case .commandLine(let line): line.field
            case .palette(let palette): palette.field
            case .question(let question): question.field
            case .manual(let manual): manual.field
            case .assets(let picker): picker.field
            case .help, .choices, .takeDetails, .messages, .menu, .history: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .commandLine(var line):
                line.field = newValue
                self = .commandLine(line)
            case .palette(var palette):
                palette.field = newValue
                self = .palette(palette)
            case .question(var question):
                question.field = newValue
                self = .question(question)
            case .manual(var manual):
                manual.field = newValue
                self = .manual(manual)
            case .assets(var picker):
                picker.field = newValue
                self = .assets(picker)
            case .help, .choices, .takeDetails, .messages, .menu, .history:
                break
            }
        }
    }
}
