/// A named film in the making: shots in an order.
package struct Project: Hashable, Codable, Sendable, Identifiable {
    package typealias ID = Identifier<Project>

    package var id: ID
    package var name: String
    package var shots: [Shot]

    package init(id: ID, name: String, shots: [Shot]) {
        self.id = id
        self.name = name
        self.shots = shots
    }

    /// Returns the place of a shot, or nil when it is not in this project.
    package func index(of shot: Shot.ID) -> Int? {
        shots.firstIndex { $0.id == shot }
    }

    package subscript(shot id: Shot.ID) -> Shot? {
        index(of: id).map { shots[$0] }
    }
}
