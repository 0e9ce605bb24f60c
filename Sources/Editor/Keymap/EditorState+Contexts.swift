extension EditorState {
    /// Where keys are looked up now, in this order.
    package var contexts: [Keymap.Context] {
        if let popup { return popup.contexts + [.anywhere] }
        return switch typing {
        case .prompt: [.promptText, .insert, .anywhere]
        case .filter: [.filter, .insert, .anywhere]
        case .projects: [.projectFilter, .insert, .anywhere]
        case .library: [.libraryFilter, .insert, .anywhere]
        case nil where screen != .editor: [screen.context, .anywhere]
        case nil where camera != nil: [.camera, .anywhere]
        case nil where keyframes != nil: [.keyframes, .anywhere]
        case nil: normalContexts
        }
    }

    /// Where keys are looked up in NORMAL.
    package var normalContexts: [Keymap.Context] {
        let text: [Keymap.Context] = isOnPrompt ? [.promptNormal] : []
        return text + [focus.context, .global, .anywhere]
    }
}

extension EditorScreen {
    var context: Keymap.Context {
        switch self {
        case .editor: .global
        case .projects: .projects
        case .library: .library
        case .queue: .queue
        case .settings: .settings
        case .account: .account
        case .team: .team
        }
    }
}

extension Panel {
    var context: Keymap.Context {
        switch self {
        case .presets: .presets
        case .preview: .preview
        case .prompt: .prompt
        case .timeline: .timeline
        }
    }
}

extension Popup {
    var contexts: [Keymap.Context] {
        switch self {
        case .help: [.help]
        case .commandLine: [.commandLine, .insert]
        case .palette, .manual, .assets: [.palette, .insert]
        case .choices: [.choices]
        case .question: [.question, .insert]
        case .takeDetails: [.takeDetails]
        case .messages: [.messages]
        case .menu, .history: [.menu]
        }
    }
}
