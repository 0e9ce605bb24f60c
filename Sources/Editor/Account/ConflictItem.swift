/// A field that was changed here and elsewhere, of which one value stands.
package struct ConflictItem: Hashable, Sendable, Identifiable {
    package struct ID: Hashable, Sendable {
        package let kind: String
        package let record: String
        package let field: String

        package init(kind: String, record: String, field: String) {
            self.kind = kind
            self.record = record
            self.field = field
        }
    }

    package let id: ID
    /// The field in words, such as `prompt`.
    package let title: String
    /// What it is of, such as `“gantry” of “Launch”`.
    package let place: String
    /// As a person reads it.
    package let mine: String
    package let theirs: String
    /// Whether what was written here stands.
    package let isMine: Bool

    package init(
        id: ID,
        title: String,
        place: String,
        mine: String,
        theirs: String,
        isMine: Bool
    ) {
        self.id = id
        self.title = title
        self.place = place
        self.mine = mine
        self.theirs = theirs
        self.isMine = isMine
    }
}
