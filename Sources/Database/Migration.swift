/// One step of a schema, never changed once it has been released.
package struct Migration: Hashable, Sendable {
    /// Unique for ever, such as `jobs-1`.
    package var name: String
    /// One statement each, carried out in order; words in braces are spelled by
    /// ``SQLDialect/spelling(of:)``.
    package var statements: [String]
    /// Whether a table that others refer to is made anew under its name.
    package var rebuildsTables: Bool

    package init(_ name: String, rebuildsTables: Bool = false, _ statements: [String]) {
        self.name = name
        self.statements = statements
        self.rebuildsTables = rebuildsTables
    }
}
