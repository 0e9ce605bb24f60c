/// Whether a shot can be generated as it stands, and what stands in the way.
package struct GenerateReadiness: Hashable, Sendable {
    /// What is wrong with one field.
    package struct Problem: Hashable, Sendable {
        package let field: Field
        /// What to do about it, in one sentence.
        package let message: String
    }

    /// In the order of the fields.
    package let problems: [Problem]

    package var isReady: Bool { problems.isEmpty }

    /// Returns what is wrong with a field, or nil when nothing is.
    package func problem(of field: Field) -> String? {
        problems.first { $0.field == field }?.message
    }
}
