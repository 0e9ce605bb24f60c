/// What another program asks of a running editor.
struct CommandRequest: Codable, Equatable {
    /// A line as the command line takes it, such as `seed 7` or `take.generate`;
    /// without one only the state is told.
    var cmd: String?
}

/// What the editor says to that.
struct CommandReply: Codable, Equatable {
    /// Whether nothing was refused.
    var ok: Bool
    /// What was said, in order.
    var said: [String]
    var mode: String?
    var screen: String?
    var project: String?
    var shot: String?
    /// Counted from 1.
    var shotNumber: Int?
    var frame: Int?
    /// Takes that are queued or running.
    var busyTakes: Int?
}
