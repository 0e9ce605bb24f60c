/// A named film in the making: shots in an order.
package struct Project: Hashable, Codable, Sendable, Identifiable {
    package typealias ID = Identifier<Project>

    package var id: ID
    package var name: String
    package var shots: [Shot]
    /// What is heard under the whole film.
    package var music: Music?

    package init(id: ID, name: String, shots: [Shot], music: Music? = nil) {
        self.id = id
        self.name = name
        self.shots = shots
        self.music = music
    }

    /// Returns the place of a shot, or nil when it is not in this project.
    package func index(of shot: Shot.ID) -> Int? {
        shots.firstIndex { $0.id == shot }
    }

    package subscript(shot id: Shot.ID) -> Shot? {
        index(of: id).map { shots[$0] }
    }
}
