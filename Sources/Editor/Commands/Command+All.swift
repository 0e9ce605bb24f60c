extension Command {
    /// Every command, in the order that lists show them.
    package static let all: [Command] =
        takeCommands + shotCommands + cutCommands + cameraCommands + keyframeCommands
        + presetCommands + presetFileCommands + fieldCommands + snippetCommands + playbackCommands
        + guideCommands + probeCommands
        + panelCommands + programCommands + jumpCommands + macroCommands + listCommands
        + popupCommands
        + screenCommands + projectCommands + libraryCommands + queueCommands + filmCommands
        + accountCommands + tourCommands + textCommands

    private static let index = Dictionary(
        all.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    package static subscript(id: ID) -> Command? { index[id] }
}

extension Command.Availability {
    /// Available unless there is a reason against it.
    init(unless reason: String?) {
        self = reason.map { .unavailable($0) } ?? .available
    }

    /// Available when a condition holds.
    init(_ condition: Bool, else reason: @autoclosure () -> String) {
        self = condition ? .available : .unavailable(reason())
    }
}
