import Editorial

/// The kinds of records that a workspace shares, and the names of their fields.
enum SharedKind {
    static let project = "project"
    static let shot = "shot"
    static let favourite = "favourite"
    static let take = "take"
    /// Something said of a take, or an answer to it.
    static let comment = "comment"
    /// Whether a take is good, under the take’s id.
    static let verdict = "verdict"
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
    /// The take that something was said of.
    static let subject = "take"
    /// The comment that an answer is to; missing for what answers none.
    static let answered = "of"
    static let frames = "frames"
    static let mark = "mark"
    static let author = "author"
    static let isResolved = "resolved"
    /// What the names of a draft's fields begin with.
    static let draft = "draft."

    static func key(_ project: Project.ID) -> SharedRecord.Key {
        SharedRecord.Key(kind: Self.project, id: project.description)
    }

    static func key(_ shot: Shot.ID) -> SharedRecord.Key {
        SharedRecord.Key(kind: Self.shot, id: shot.description)
    }
}
