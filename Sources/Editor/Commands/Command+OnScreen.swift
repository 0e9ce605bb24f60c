extension Command {
    /// A command of one screen beside the panels; elsewhere it says how to get there.
    ///
    /// - Parameters:
    ///   - screen: Where it can be done.
    ///   - id: Its name.
    ///   - title: What it does, in a word or three.
    ///   - hint: One word for the status line.
    ///   - help: One sentence.
    ///   - reason: Why it cannot be done on that screen now; nil when it can.
    ///   - perform: What it does.
    /// - Returns: The command, which lists do not show.
    static func on(
        _ screen: EditorScreen,
        _ id: ID,
        _ title: String,
        hint: String? = nil,
        _ help: String,
        unless reason: @escaping @Sendable (EditorState) -> String? = { _ in nil },
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        Command(
            id,
            title,
            hint: hint,
            help: help,
            isListed: false,
            availability: { state in
                guard state.screen == screen else { return .unavailable(state.way(to: screen)) }
                return .init(unless: reason(state))
            },
            perform: perform
        )
    }
}

extension EditorState {
    /// Says how a screen is opened.
    fileprivate func way(to screen: EditorScreen) -> String {
        let word = screen.title.lowercased()
        let key = keys(for: screen.command, in: [.global, .anywhere])
        return "Open the \(word) first, with \(key.map { "\($0) or " } ?? "")“:\(word)”."
    }
}
