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
            synchronizedOutput: evidence.hasSynchronizedOutput,
            kittyKeyboard: evidence.hasKittyKeyboard,
            cell: cell.value,
            name: evidence.name,
            isMultiplexed: evidence.isMultiplexed,
            reasons: [graphics.1, depth.reason, cell.reason]
        )
    }

    /// The questions to put to a terminal, DA1 last: when that is answered
    /// nothing more will come.
    static func queries(environment: [String: String]) -> String {
        let evidence = TerminalEvidence(environment: environment, replies: [])
        var text = "\u{1B}[>q"
        // tmux takes an APC for a title, and the oldest terminals print it.
        if !evidence.isMultiplexed, !evidence.isPlain {
            text += "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
        }
        text += "\u{1B}[16t\u{1B}[14t\u{1B}[?2026$p\u{1B}[?u\u{1B}[?1;1;0S"
        if !evidence.isPlain { text += "\u{1B}]11;?\u{1B}\\" }
        return text + "\u{1B}[c"
    }
}
