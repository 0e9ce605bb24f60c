/// The line that `:` opens.
package struct CommandLine: Hashable, Sendable {
    package var field = TextField()
    /// The completion that tab put into the field; nil while the text is typed.
    package var selection: Int?
    /// What the completions were asked for: the text before tab.
    var stem: String?
    /// How far up the history the text came from; nil while it is typed.
    var recalled: Int?
}

/// What a command line can be completed to.
package struct Completion: Hashable, Sendable {
    /// The word that is put in, such as `seed`.
    package let word: String
    /// What follows it, such as `N`; empty when nothing does.
    package let argument: String
    /// One sentence.
    package let help: String
}
