/// What the prompt panel remembers.
package struct PromptPanel: Hashable, Sendable {
    /// The most characters a prompt may have.
    package static let promptLimit = 10_000

    /// Whether what is seldom set is in sight.
    package var showsAdvanced = false
    /// The row the cursor is on.
    package var field = Field.prompt
    /// The place of the text cursor in the prompt, in characters.
    package var cursor = 0
    /// The other end of what is selected in the prompt; nil while nothing is.
    package var anchor: Int?
    /// The column that up and down keep to, until the cursor moves sideways.
    var goalColumn: Int?
    /// How far back in what was asked before the prompt was taken from; nil
    /// while it is the person's own.
    var recalled: Int?
}
