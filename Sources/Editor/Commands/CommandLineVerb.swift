/// A word of the command line that needs no dot: a setting with its value, or
/// a short name for a command.
struct CommandLineVerb: Sendable {
    /// Such as `seed`.
    let name: String
    /// What follows, such as `N`; in brackets when it may be left out, and empty
    /// when nothing does.
    let argument: String
    /// One sentence.
    let help: String
    let perform: @Sendable (inout EditorState, String) -> [Effect]

    init(
        _ name: String,
        _ argument: String = "",
        help: String,
        perform: @escaping @Sendable (inout EditorState, String) -> [Effect]
    ) {
        self.name = name
        self.argument = argument
        self.help = help
        self.perform = perform
    }

    /// Whether something, or nothing, may follow the word.
    func takes(_ argument: String) -> Bool {
        self.argument.hasPrefix("[") || argument.isEmpty == self.argument.isEmpty
    }

    /// What to write instead of what was written.
    var usage: String {
        argument.isEmpty ? "Write :\(name) alone." : "Write :\(name) \(argument)."
    }
}
