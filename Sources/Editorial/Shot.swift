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

    /// Shots that were written before films were cut have no `cut`.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(ID.self, forKey: .id),
            name: try values.decode(String.self, forKey: .name),
            draft: try values.decode(Draft.self, forKey: .draft),
            cut: try values.decodeIfPresent(Cut.self, forKey: .cut) ?? Cut(),
            selectedTake: try values.decodeIfPresent(Take.ID.self, forKey: .selectedTake)
        )
    }
}
