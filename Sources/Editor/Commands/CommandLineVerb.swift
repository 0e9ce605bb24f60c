/// A word of the command line that takes an argument or stands for a command.
struct CommandLineVerb: Sendable {
    /// Such as `seed`.
    let name: String
    /// What follows, such as `N`; empty when nothing does.
    let argument: String
    /// One sentence.
    let help: String
    /// Carries it out, or returns nil with a notice set when the argument is wrong.
    let perform: @Sendable (inout EditorState, String) -> [Effect]
}
