package import Generation

/// What the service makes for its spaces, and within what bounds; what opens the vendors is not here.
package struct RemoteSettings: Sendable {
    /// What is offered, in this order; nothing, where no vendor is set up.
    package var models: [Model] = []
    /// The most that a space may spend a month; nil for no limit.
    package var monthlyLimit: Money?
    /// Milliseconds for which what has ended can be looked at.
    package var retention = 30 * 86_400_000
    /// How many jobs of one space may wait or run.
    package var openLimit = 100

    package init() {}
}
