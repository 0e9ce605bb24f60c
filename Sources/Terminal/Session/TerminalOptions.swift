/// What a session is told from outside.
package struct TerminalOptions: Hashable, Sendable {
    /// The reader's choice; nil is the best that is found.
    package var graphics: GraphicsProtocol?
    package var environment: [String: String]
    /// The terminal to take; nil is the one the program was started from.
    package var device: String?

    package init(
        graphics: GraphicsProtocol? = nil,
        environment: [String: String],
        device: String? = nil
    ) {
        self.graphics = graphics
        self.environment = environment
        self.device = device
    }
}
