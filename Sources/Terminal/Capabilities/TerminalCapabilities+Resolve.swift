extension TerminalCapabilities {
    /// Returns what a terminal can do, from all that is known of it so far.
    ///
    /// Before DA1 is answered the environment is believed; afterwards only
    /// the answers are, where there are any. A reader's choice of graphics is
    /// never second-guessed.
    package static func resolve(
        environment: [String: String],
        replies: [TerminalReply],
        override: GraphicsProtocol?,
        window: TerminalWindow? = nil
    ) -> TerminalCapabilities {
        let evidence = TerminalEvidence(environment: environment, replies: replies)
        let depth = evidence.depth
        let graphics =
            override.map { ($0, "Graphics are \($0.rawValue), as asked for.") }
            ?? evidence.graphics(depth: depth.value)
        let cell = evidence.cell(in: window)
        return TerminalCapabilities(
            graphics: graphics.0,
            depth: depth.value,
            synchronizedOutput: evidence.has(mode: 2026),
            kittyKeyboard: evidence.hasKittyKeyboard,
            focusReports: evidence.has(mode: 1004),
            pixelPointer: evidence.has(mode: 1016),
            cell: cell.value,
            background: evidence.background,
            passage: evidence.isMultiplexed ? .tmux : .direct,
            sharesMemory: evidence.hasImage(TerminalQuestions.Image.sharedMemory),
            name: evidence.name,
            isMultiplexed: evidence.isMultiplexed,
            reasons: [graphics.1, depth.reason, cell.reason]
        )
    }
}
