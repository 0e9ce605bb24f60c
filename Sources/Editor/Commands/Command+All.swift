extension Command {
    /// Every command, in the order that lists show them.
    package static let all: [Command] = []

    package static subscript(id: ID) -> Command? { all.first { $0.id == id } }
}
