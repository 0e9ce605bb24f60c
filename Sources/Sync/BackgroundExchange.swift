import Editorial
import Networking
package import Workspace

/// Keeps a workspace as the service has it, for as long as somebody works with it.
///
/// It sends a moment after an edit, takes over when the service says that
/// something changed, and asks now and then in case nobody heard it. What does
/// not answer is asked less and less often.
package actor BackgroundExchange {
    let exchange: Exchange
    let workspace: LocalWorkspace
    let access: AccountAccess
    let pokes: (any PokeSource)?
    let rhythm: ExchangeRhythm
    private let now: @Sendable () -> Int
    private let tell: @Sendable (SharingStanding) async -> Void

    private var standing: SharingStanding
    /// How many tries in a row came to nothing.
    private var failures = 0
    private var offlineSince: Timestamp?
    private var areHeard = false
    private var isWoken = false
    private var alarm: CheckedContinuation<Void, Never>?

    /// `pokes` tells of changes at once, where there are such; `tell` is told
    /// how things stand, whenever that changes.
    package init(
        exchange: Exchange,
        workspace: LocalWorkspace,
        access: AccountAccess,
        pokes: (any PokeSource)?,
        rhythm: ExchangeRhythm = ExchangeRhythm(),
        now: @escaping @Sendable () -> Int,
        tell: @escaping @Sendable (SharingStanding) async -> Void
    ) {
        self.exchange = exchange
        self.workspace = workspace
        self.access = access
        self.pokes = pokes
        self.rhythm = rhythm
        self.now = now
        self.tell = tell
        standing = SharingStanding(phase: .syncing)
    }

    /// Goes on until the task is cancelled.
    package func run() async {
        let listening = Task { await listen() }
        await withTaskCancellationHandler {
            while !Task.isCancelled {
                isWoken = false
                let wait = await meet()
                await rest(for: wait)
                // Whoever types goes on typing: what they write goes in one message.
                if isWoken, !Task.isCancelled { try? await rhythm.pause(rhythm.settling) }
            }
        } onCancel: {
            listening.cancel()
            Task { await self.ring() }
        }
    }

    /// Meets the service now, whatever the last tries came to.
    package func wake() {
        failures = 0
        ring()
    }

    /// Looks whether there is something to send: the workspace has changed.
    package func workspaceChanged() async {
        // A workspace that cannot be read is told of by those who must read it.
        guard let state = try? workspace.sharing() else { return }
        standing.waitingCount = state.pendingCount
        standing.conflictCount = state.conflictCount
        switch standing.phase {
        case .synced, .syncing:
            if state.pendingCount > 0, !standing.isReadOnly { ring() }
        case .offline, .expired, .halted: break
        }
        await tell(standing)
    }

    /// Heeds what the service says of changes.
    func heard(_ poke: Poke) {
        switch poke {
        case .opened:
            areHeard = true
            ring()
        case .closed: areHeard = false
        // Whoever waits for one listens themselves.
        case .moved: break
        case .changed(let cursor):
            let known = (try? workspace.sharing())?.sequence ?? 0
            if cursor > known { ring() }
        }
    }

    /// Meets the service once, and returns how long to wait before the next time.
    private func meet() async -> Duration {
        if failures == 0 { await stand(.syncing) }
        do {
            let meeting = try await exchange.meet()
            failures = 0
            offlineSince = nil
            standing.isReadOnly = meeting.isReadOnly
            if meeting.hasNewFiles { standing.fileChangeCount += 1 }
            await stand(.synced(at: time))
            return rhythm.jittered(areHeard ? rhythm.poll : rhythm.lonelyPoll)
        } catch {
            return await failed(error)
        }
    }

    private func failed(_ error: SyncError) async -> Duration {
        failures = min(failures + 1, 20)
        let grown = min(rhythm.firstRetry * (1 << min(failures - 1, 10)), rhythm.longestRetry)
        if error.isTransient {
            let since = offlineSince ?? time
            offlineSince = since
            await stand(.offline(since: since))
        } else if error.kind == .signedOut {
            await stand(.expired)
        } else if error.kind != .cancelled {
            await stand(.halted(error.message))
        }
        return rhythm.jittered(grown)
    }

    private var time: Timestamp { Timestamp(milliseconds: now()) }

    private func stand(_ phase: SharingStanding.Phase) async {
        standing.phase = phase
        if let state = try? workspace.sharing() {
            standing.waitingCount = state.pendingCount
            standing.conflictCount = state.conflictCount
        }
        await tell(standing)
    }

    private func rest(for time: Duration) async {
        if isWoken || Task.isCancelled { return }
        let timer = Task { [rhythm] in
            // A pause that was cut short has nobody who waits for it.
            if (try? await rhythm.pause(time)) != nil { ring(isWake: false) }
        }
        await withCheckedContinuation { alarm = $0 }
        timer.cancel()
    }

    private func ring(isWake: Bool = true) {
        if isWake { isWoken = true }
        alarm?.resume()
        alarm = nil
    }
}
