import Editorial
import Workspace

/// Carries files to and from the service for as long as somebody works with the workspace.
///
/// What somebody waits for does not stand behind what is sent: the two ways go
/// side by side, each less and less often where nothing answers.
package actor BackgroundCourier {
    private let courier: AssetCourier
    private let rhythm: ExchangeRhythm
    /// The most bytes of files that came from the service and stay here.
    private let cacheLimit: Int
    private let tell: @Sendable (FileTraffic) async -> Void
    private let sendAlarm = Alarm()
    private let fetchAlarm = Alarm()
    private var traffic = FileTraffic()

    /// `tell` is told how things stand, whenever that changes.
    package init(
        courier: AssetCourier,
        cacheLimit: Int,
        rhythm: ExchangeRhythm = ExchangeRhythm(),
        tell: @escaping @Sendable (FileTraffic) async -> Void
    ) {
        self.courier = courier
        self.cacheLimit = cacheLimit
        self.rhythm = rhythm
        self.tell = tell
    }

    /// Goes on until the task is cancelled.
    package func run() async {
        // What was refused for want of room is tried once more.
        try? courier.workspace.retryRefused()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await self.go(self.sendAlarm) { () async throws(SyncError) in try await self.send()
                }
            }
            group.addTask {
                await self.go(self.fetchAlarm) { () async throws(SyncError) in
                    try await self.fetch()
                }
            }
        }
    }

    /// Looks whether there is something to carry: the workspace has changed, or
    /// the service answered.
    package func wake() async {
        await sendAlarm.ring()
        await fetchAlarm.ring()
    }

    private func go(_ alarm: Alarm, _ work: () async throws(SyncError) -> Void) async {
        var failures = 0
        while !Task.isCancelled {
            do {
                try await work()
                failures = 0
                await alarm.rest(for: rhythm.poll, rhythm.pause)
            } catch {
                failures = min(failures + 1, 10)
                if !error.isTransient { await refused([error.message]) }
                let wait = min(rhythm.firstRetry * (1 << (failures - 1)), rhythm.longestRetry)
                // Not woken by every change: it would be asked as often as somebody types.
                guard (try? await rhythm.pause(rhythm.jittered(wait))) != nil else { return }
            }
        }
    }

    private func send() async throws(SyncError) {
        let sent = try await courier.send { asset, part in await self.sends(asset, part) }
        traffic.sending = nil
        traffic.unsentCount = 0
        await refused(sent.refusals)
    }

    private func fetch() async throws(SyncError) {
        let refusals = try await courier.fetchWanted(
            report: { asset, part in Task { await self.fetches(asset, part) } },
            arrived: { asset in await self.arrived(asset) }
        )
        traffic.fetching = nil
        await refused(refusals)
        // What cannot be dropped now is another time.
        _ = try? courier.workspace.dropFetched(beyond: cacheLimit)
    }

    private func sends(_ asset: Asset, _ part: Double) async {
        if traffic.sending?.asset != asset {
            traffic.unsentCount = (try? courier.workspace.assetsToSend(limit: 100).count) ?? 1
        }
        traffic.sending = FileTraffic.Carried(asset: asset, part: part)
        await tell(traffic)
    }

    private func fetches(_ asset: Asset, _ part: Double) async {
        let isThere = (try? courier.workspace.assets.path(of: asset.id)) ?? nil != nil
        if isThere {
            if traffic.fetching?.asset == asset { traffic.fetching = nil }
            return
        }
        let hundredth = (part * 100).rounded() / 100
        let carried = FileTraffic.Carried(asset: asset, part: hundredth)
        guard traffic.fetching != carried else { return }
        traffic.fetching = carried
        await tell(traffic)
    }

    private func arrived(_ asset: Asset) async {
        traffic.arrivedCount += 1
        if traffic.fetching?.asset == asset { traffic.fetching = nil }
        await tell(traffic)
    }

    private func refused(_ sentences: [String]) async {
        if let last = sentences.last { traffic.refusal = last }
        await tell(traffic)
    }
}
