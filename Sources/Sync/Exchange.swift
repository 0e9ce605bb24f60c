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
    private let folders: [SharedFolder]
    private let now: @Sendable () -> Int
    /// Small enough that a lost answer costs little.
    private static let batch = 100

    package init(
        workspace: LocalWorkspace,
        access: AccountAccess,
        folders: [SharedFolder] = [],
        now: @escaping @Sendable () -> Int
    ) {
        self.workspace = workspace
        self.access = access
        self.folders = folders
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
            meeting.hasNewFiles = try meetFolders(state)
            try await pull(from: state.space, after: state.sequence, &meeting)
            try await push(into: state.space, &meeting)
            if meeting.sentCount > 0, let sequence = try workspace.sharing()?.sequence {
                var echo = Meeting()
                try await pull(from: state.space, after: sequence, &echo)
                meeting.outcome.projects.formUnion(echo.outcome.projects)
                meeting.outcome.conflicts += echo.outcome.conflicts
            }
            if try meetFolders(state) { meeting.hasNewFiles = true }
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
    private func meetFolders(_ state: SharingState) throws(WorkspaceError) -> Bool {
        var isChanged = false
        for folder in folders where state.isOwn || !folder.isPersonal {
            if try folder.meet(workspace) { isChanged = true }
        }
        return isChanged
    }

    private func push(into space: String, _ meeting: inout Meeting) async throws {
        var limit = Self.batch
        while true {
            let records = try workspace.pendingRecords(limit: limit)
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
                case .refused(.forbidden):
                    meeting.isReadOnly = true
                    return
                case .refused(.badRequest), .refused(.tooLarge):
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

    private func pull(
        from space: String,
        after sequence: Int,
        _ meeting: inout Meeting
    ) async throws {
        var sequence = sequence
        while true {
            let page = try await access.ask(
                .pull,
                at: AccountRoute.pull.path(space),
                query: [("after", "\(sequence)"), ("limit", "\(RecordExchange.batchLimit)")],
                as: RecordExchange.Pulled.self
            )
            let outcome = try workspace.adopt(page.records, upTo: page.sequence)
            meeting.takenCount += page.records.count
            meeting.outcome.projects.formUnion(outcome.projects)
            meeting.outcome.conflicts += outcome.conflicts
            guard page.hasMore, page.sequence > sequence else { return }
            sequence = page.sequence
        }
    }
}
