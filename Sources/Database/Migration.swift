/// One step of a schema, never changed once it has been released.
package struct Migration: Hashable, Sendable {
    /// Unique for ever, such as `jobs-1`.
    package var name: String
    /// One statement each, carried out in order.
    package var statements: [String]

    package init(_ name: String, _ statements: [String]) {
        self.name = name
        self.statements = statements
    }
}
