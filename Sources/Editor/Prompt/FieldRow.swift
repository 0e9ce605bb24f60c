/// A field of the prompt panel as it is shown.
package struct FieldRow: Hashable, Sendable, Identifiable {
    package let field: Field
    /// Its value in words, with its unit; the whole text for the prompt.
    package let value: String
    /// Where the value stands between its least and its most, 0…1, when it is a measure.
    package let fraction: Double?
    /// A quiet word beside the value, such as `1280×720` beside `720p`.
    package let detail: String?
    /// What is wrong with the value, in one sentence.
    package let problem: String?
    /// What the chosen model does otherwise, in one sentence; the value is dimmed.
    package let remark: String?
    /// Whether the panel's cursor is on it.
    package let isCurrent: Bool

    package var id: Field { field }
    package var label: String { field.label }

    /// Whether enter opens a list of values.
    package var hasChoices: Bool { ChoiceList.Subject(field: field) != nil }
}
