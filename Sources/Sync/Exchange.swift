package import AccountAPI
import Editorial
import Networking
package import Workspace

/// Sends what was changed here and takes over what was changed elsewhere.
///
/// Every step may be repeated: what was sent and whose answer was lost is sent
/// again and changes nothing, and what was taken over is noted in the same
/// transaction as how far.
package struct Exchange: Sendable {
    private let workspace: LocalWorkspace
    private let access: AccountAccess
    private let sources: [any SharedSource]
    private let now: @Sendable () -> Int
    /// Small enough that a lost answer costs little.
    private static let batch = 100

    package init(
        workspace: LocalWorkspace,
        access: AccountAccess,
        sources: [any SharedSource] = [],
        now: @escaping @Sendable () -> Int
    ) {
        self.workspace = workspace
        self.access = access
        self.sources = sources
        self.now = now
    }

    /// Ties the workspace to the account that this machine is signed in as: to
    /// its own space, or to a team's by its name or id.
    @discardableResult
    package func share(
        spaceNamed name: String? = nil
    ) async throws(SyncError) -> AccountProfile {
        let profile = try await access.profile()
        var space = profile.ownSpace
        if let name { space = try await access.space(named: name) }
        guard let space, let credentials = try access.credentials() else {
            throw SyncError(.malformed, "The account has no space of its own; sign in again.")
        }
        var random = SystemRandomNumberGenerator()
        do {
            try workspace.share(
                server: credentials.server.text,
                account: profile.id.description,
                space: space.id.description,
                isOwn: space.id == profile.ownSpace?.id,
                writer: random.next()
            )
        } catch {
            throw SyncError(error)
        }
        return profile
    }

    /// Takes over, then sends, until neither side has more.
    ///
    /// In this order, so that what was written on both sides is seen before
    /// either value is overridden. Where the space gives no leave to write,
    /// what was written here stays here.
    package func meet() async throws(SyncError) -> Meeting {
        do {
            guard let state = try workspace.sharing() else { throw SyncError.signedOut }
            var meeting = Meeting()
            meeting.hasNewFiles = try meetSources(state)
            try await pull(from: state.space, after: state.sequence, &meeting)
            try await push(into: state.space, &meeting)
            if meeting.sentCount > 0, let sequence = try workspace.sharing()?.sequence {
                var echo = Meeting()
                try await pull(from: state.space, after: sequence, &echo)
                meeting.outcome.projects.formUnion(echo.outcome.projects)
                meeting.outcome.conflicts += echo.outcome.conflicts
            }
            if try meetSources(state) { meeting.hasNewFiles = true }
            try workspace.noteMeeting(at: Timestamp(milliseconds: now()))
            return meeting
        } catch let error as WorkspaceError {
            throw SyncError(error)
        } catch let error as SyncError {
            throw error
        } catch {
            throw SyncError(.local, "The exchange failed: \(error).")
        }
    }

    /// Returns whether a file was written or removed.
    private func meetSources(_ state: SharingState) throws(WorkspaceError) -> Bool {
        var isChanged = false
        for source in sources where state.isOwn || !source.isPersonal {
            if try source.meet(workspace) { isChanged = true }
        }
        return isChanged
    }

    private func push(into space: String, _ meeting: inout Meeting) async throws {
        var limit = Self.batch
        // All of them, or comments alone where nothing else may be written.
        var kind: String?
        while true {
            let records = try workspace.pendingRecords(limit: limit, of: kind)
            guard !records.isEmpty else { return }
            do {
                _ = try await access.ask(
                    .push,
                    at: AccountRoute.push.path(space),
                    body: RecordExchange.Push(records: records),
                    as: RecordExchange.Pushed.self
                )
                try workspace.acknowledge(records)
                meeting.sentCount += records.count
            } catch let error as SyncError {
                switch error.kind {
                case .refused(.forbidden) where kind == nil:
                    meeting.isReadOnly = true
                    kind = RecordExchange.commentKind
                case .refused(.badRequest), .refused(.tooLarge), .refused(.forbidden):
                    // One by one, so that one record holds up no other.
                    if records.count == 1 {
                        try workspace.setAside(records)
                        meeting.refusals.append(error.message)
                    }
                    limit = 1
                default: throw error
                }
            }
        }
    }

    /// A machine that has nothing yet is not told of what was taken away before it came.
    private func pull(
        from space: String,
        after sequence: Int,
        _ meeting: inout Meeting
    ) async throws {
        var sequence = sequence
        let isNew = try sequence == 0 && workspace.sharesNothing()
        var settled = isNew ? Int.max : nil
        while true {
            var query = [("after", "\(sequence)"), ("limit", "\(RecordExchange.batchLimit)")]
            if let settled { query.append(("settled", "\(settled)")) }
            let page = try await access.ask(
                .pull,
                at: AccountRoute.pull.path(space),
                query: query,
                as: RecordExchange.Pulled.self
            )
            guard let outcome = try adopt(page, isFirst: settled == .max) else {
                settled = nil
                continue
            }
            meeting.takenCount += page.records.count
            meeting.outcome.projects.formUnion(outcome.projects)
            meeting.outcome.conflicts += outcome.conflicts
            guard page.hasMore, page.sequence > sequence else { return }
            // An older service leaves nothing out, and says so.
            settled = settled == nil ? nil : page.settled
            sequence = page.sequence
        }
    }

    /// Returns nil for a first page in which something is missing that has to be known here.
    private func adopt(
        _ page: RecordExchange.Pulled,
        isFirst: Bool
    ) throws(WorkspaceError) -> SharingOutcome? {
        isFirst && page.settled != nil
            ? try workspace.adoptFirst(page.records, upTo: page.sequence, after: page.latest)
            : try workspace.adopt(page.records, upTo: page.sequence)
    }
}
