/// Which terminal description ncurses is to follow, best first.
enum TerminfoChoice {
    /// The description that takes 24-bit colours as they are.
    static let direct = "xterm-direct"

    static func names(term: String, depth: ColourDepth) -> [String] {
        var names: [String] = []
        if depth == .direct, isLikeXTerm(term) { names += [TerminfoEntry.name, direct] }
        // A plain xterm is described with 8 colours; it has had 256 for long.
        if depth != .none, depth != .indexed16, ["xterm", "tmux", "screen"].contains(term) {
            names.append(term + "-256color")
        }
        if !term.isEmpty { names.append(term) }
        return names + ["xterm-256color", "xterm"]
    }

    /// Whether a terminal understands what xterm's description says.
    static func isLikeXTerm(_ term: String) -> Bool {
        let others = ["linux", "vt", "ansi", "rxvt", "cons", "sun", "dumb", "screen."]
        return term.hasPrefix("vte") || !others.contains { term.hasPrefix($0) }
    }
}
