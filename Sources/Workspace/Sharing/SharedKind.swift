import Editorial

/// The kinds of records that a workspace shares, and the names of their fields.
enum SharedKind {
    static let project = "project"
    static let shot = "shot"
    static let favourite = "favourite"
    static let take = "take"
    /// What a file is that others name.
    static let asset = "asset"

    static let name = "name"
    static let music = "music"
    static let archivedAt = "archived"
    static let order = "order"
    static let cut = "cut"
    static let selectedTake = "take"
    static let owner = "project"
    static let number = "number"
    static let created = "created"
    static let film = "film"
    static let picture = "picture"
    static let thumbnail = "thumbnail"
    /// What a file is: its kind, name and size.
    static let file = "file"
    /// A draft as it stood when a take was asked for.
    static let wholeDraft = "asked"
    /// What a file holds.
    static let text = "text"
    /// What the names of a draft's fields begin with.
    static let draft = "draft."

    static func key(_ project: Project.ID) -> SharedRecord.Key {
        SharedRecord.Key(kind: Self.project, id: project.description)
    }

    static func key(_ shot: Shot.ID) -> SharedRecord.Key {
        SharedRecord.Key(kind: Self.shot, id: shot.description)
    }
}
