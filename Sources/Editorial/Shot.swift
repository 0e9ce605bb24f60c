/// One idea on the timeline.
///
/// Its takes are results and are kept apart from it, because workers write
/// them and undo must not touch them.
package struct Shot: Hashable, Codable, Sendable, Identifiable {
    package typealias ID = Identifier<Shot>

    package var id: ID
    package var name: String
    package var draft: Draft
    package var cut: Cut
    /// The take that stands for the shot; without one, the newest does.
    package var selectedTake: Take.ID?

    package init(
        id: ID,
        name: String,
        draft: Draft,
        cut: Cut = Cut(),
        selectedTake: Take.ID? = nil
    ) {
        self.id = id
        self.name = name
        self.draft = draft
        self.cut = cut
        self.selectedTake = selectedTake
    }
}
