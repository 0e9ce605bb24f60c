package import Editorial

/// A project as the list of projects shows it.
package struct ProjectItem: Hashable, Sendable, Identifiable {
    package let id: Project.ID
    package var name: String
    package let shotCount: Int
    package let takeCount: Int
    package let openedAt: Timestamp
    /// When it was put away; nil while it is at hand.
    package var archivedAt: Timestamp?
    /// The draft of its first shot, which is what it is known by at sight.
    package let draft: Draft

    package init(
        id: Project.ID,
        name: String,
        shotCount: Int,
        takeCount: Int,
        openedAt: Timestamp,
        archivedAt: Timestamp? = nil,
        draft: Draft = Draft()
    ) {
        self.id = id
        self.name = name
        self.shotCount = shotCount
        self.takeCount = takeCount
        self.openedAt = openedAt
        self.archivedAt = archivedAt
        self.draft = draft
    }
}

/// What the screen of projects remembers.
package struct ProjectBrowser: Hashable, Sendable {
    package enum Order: String, CaseIterable, Hashable, Sendable {
        case opened, name, shots

        /// The word the list shows for it.
        package var title: String {
            switch self {
            case .opened: "last opened"
            case .name: "name"
            case .shots: "shots"
            }
        }
    }

    /// All there are, the archived among them; nil until they were read.
    package var items: [ProjectItem]?
    /// The project the cursor is on.
    package var selection: Project.ID?
    package var filter = TextField()
    package var order = Order.opened
    package var showsArchived = false
    /// What was deleted last, to be brought back.
    var lastDeleted: ProjectItem?
}

/// What a new project begins with.
package struct ProjectTemplate: Hashable, Sendable {
    package let title: String
    package let detail: String
    let aspect: Aspect
    let seconds: Int
    let shots: [String]

    /// In the order they are offered.
    package static let all: [ProjectTemplate] = [
        ProjectTemplate(
            title: "One shot",
            detail: "16:9, 5 s",
            aspect: Aspect(16, 9),
            seconds: 5,
            shots: ["Shot 1"]
        ),
        ProjectTemplate(
            title: "Story in three",
            detail: "16:9, 3 shots",
            aspect: Aspect(16, 9),
            seconds: 5,
            shots: ["Where", "Who", "What happens"]
        ),
        ProjectTemplate(
            title: "Vertical",
            detail: "9:16, 3 shots",
            aspect: Aspect(9, 16),
            seconds: 3,
            shots: ["Hook", "Middle", "End"]
        ),
        ProjectTemplate(
            title: "Square loop",
            detail: "1:1, 4 s",
            aspect: Aspect(1, 1),
            seconds: 4,
            shots: ["Loop"]
        ),
        ProjectTemplate(
            title: "Wide film",
            detail: "21:9, 5 shots",
            aspect: Aspect(21, 9),
            seconds: 6,
            shots: ["Wide", "Closer", "Detail", "Turn", "Last"]
        ),
    ]
}
