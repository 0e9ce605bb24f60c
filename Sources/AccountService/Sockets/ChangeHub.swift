import AccountAPI
import Foundation
import Logging
import NIOCore
import NIOWebSocket

/// Tells those who listen to a space that it has changed, whichever process changed it.
///
/// One loop waits for the database to change, and only while somebody listens.
/// Whoever is behind is told the newest number alone, so a client that reads
/// slowly costs nothing. Nobody is told anything without a look at whether they
/// still may hear it, and who may not is shown out within two seconds.
actor ChangeHub {
    /// What lets somebody listen to a space.
    struct Ticket: Hashable, Sendable {
        let space: String
        let caller: AccountDesk.Caller
    }

    struct Listener: Sendable {
        let ticket: Ticket
        let channel: any Channel
        /// What was said last; nil until something was.
        var told: Int?
        /// The jobs as they were told of last, by their ids.
        var jobs: [String: ChangePoke.Job] = [:]
    }

    /// The most WebSockets of this process, and of one account.
    private static let capacity = 10_000
    private static let share = 64

    let store: ServiceStore
    let logger: Logger
    /// Milliseconds since 1970.
    let now: @Sendable () -> Int
    var listeners: [Int: Listener] = [:]
    private var lastID = 0
    private var counter = 0
    /// Whether something is being made for one who listens: how far it is is not announced.
    var hasJobs = false
    private var isAuditDue = false
    private var auditedAt = ContinuousClock.now
    private let arrivals: AsyncStream<Void>
    private let arrived: AsyncStream<Void>.Continuation

    init(store: ServiceStore, logger: Logger, now: @escaping @Sendable () -> Int) {
        self.store = store
        self.logger = logger
        self.now = now
        (arrivals, arrived) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var count: Int { listeners.count }

    /// Whether one more may listen for an account.
    func hasRoom(for account: String) -> Bool {
        listeners.count < Self.capacity
            && listeners.values.count { $0.ticket.caller.account == account } < Self.share
    }

    /// Tells a WebSocket what changes until it ends.
    func serve(_ channel: any Channel, _ ticket: Ticket) async {
        lastID += 1
        let id = lastID
        listeners[id] = Listener(ticket: ticket, channel: channel)
        arrived.yield()
        do {
            try await tell([id])
        } catch {
            fail(error)
        }
        // It ends one way or another, and which makes no difference.
        try? await channel.closeFuture.get()
        listeners[id] = nil
    }

    /// Works until it is cancelled.
    func run() async {
        for await _ in arrivals {
            while !listeners.isEmpty, !Task.isCancelled {
                do {
                    try await turn()
                } catch {
                    fail(error)
                    // The database may be away for a while.
                    try? await Task.sleep(for: .seconds(1))
                }
            }
        }
    }

    private func turn() async throws {
        let seen = try await store.waitForChange(since: counter, milliseconds: 500)
        if seen != counter || hasJobs {
            isAuditDue = isAuditDue || seen != counter
            counter = seen
            try await tell(Array(listeners.keys))
            // What follows closely is told together.
            try? await Task.sleep(for: .milliseconds(10))
        }
        let age = ContinuousClock.now - auditedAt
        guard (isAuditDue && age > .seconds(1)) || age > .seconds(30) else { return }
        isAuditDue = false
        auditedAt = .now
        try await audit()
    }

    private func fail(_ error: any Error) {
        guard !Task.isCancelled else { return }
        logger.error("changes are not told", metadata: ["error": "\(type(of: error))"])
    }
}
