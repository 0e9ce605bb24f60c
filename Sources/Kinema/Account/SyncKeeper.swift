import Editor
import Editorial
import Foundation
import Networking
import Providers
import Sync
import Workspace

/// Keeps the exchange with the account service going beside the editor, while somebody is signed in.
///
/// While nobody is there is nothing: no task, no timer, no connection.
@MainActor
final class SyncKeeper {
    private let wiring: Wiring
    private let workspace: LocalWorkspace
    private let tell: @MainActor (Action) -> Void
    /// nil until it is needed: it holds a connection.
    private var desk: AccountDesk?
    private var background: BackgroundExchange?
    private var courier: BackgroundCourier?
    private var task: Task<Void, Never>?
    private var carrying: Task<Void, Never>?
    private var watch: DirectoryWatch?
    private var standing: AccountStanding?
    /// How often the person's files were changed from elsewhere, as far as it is seen here.
    private var fileChangeCount = 0
    private var traffic = FileTraffic()
    /// The settings that were sent on their way last.
    private var choices: [String: String]?
    /// Called when a file has come that somebody may be waiting to see.
    var onArrival: (() -> Void)?

    /// `tell` takes what came of it.
    init(
        wiring: Wiring,
        workspace: LocalWorkspace,
        tell: @escaping @MainActor (Action) -> Void
    ) {
        self.wiring = wiring
        self.workspace = workspace
        self.tell = tell
    }

    /// Begins, and follows from then on whether somebody signs in or out in another terminal.
    func start() {
        watch = DirectoryWatch([wiring.places.state.path]) { [weak self] in self?.look() }
        look()
    }

    func stop() {
        task?.cancel()
        task = nil
        background = nil
        carrying?.cancel()
        carrying = nil
        courier = nil
    }

    /// Looks whether there is something to send.
    func workspaceChanged() {
        guard let background else { return }
        let courier = courier
        Task {
            await background.workspaceChanged()
            await courier?.wake()
        }
    }

    /// Sends settings on their way that are not this terminal’s alone.
    func remembered(_ settings: InterfaceSettings) {
        guard let background, settings.choices != choices else { return }
        choices = settings.choices
        Task { await background.wake() }
    }

    /// Carries out what a person asked of the account.
    func carryOut(_ order: AccountOrder) {
        guard let desk else { return }
        let screens = AccountScreens(access: desk.access, workspace: workspace)
        let (background, last) = (background, orders)
        // One after the other: what is read is what came of what was asked before.
        orders = Task { [weak self] in
            await last?.value
            do {
                if order == .sync {
                    await background?.wake()
                } else if let action = try await screens.carryOut(order) {
                    self?.tell(action)
                }
            } catch {
                self?.complain("\(error)")
            }
        }
    }

    private var orders: Task<Void, Never>?

    private func complain(_ sentence: String) {
        tell(.noticed(Notice(sentence, severity: .failure, at: Wiring.timestamp)))
    }

    /// Looks, away from the main loop, whether somebody is signed in.
    private func look() {
        let (wiring, workspace) = (wiring, workspace)
        Task.detached { [weak self] in
            do {
                let isShared = try workspace.sharing() != nil
                let credentials = isShared ? try wiring.credentialStore().read() : nil
                try await self?.looked(credentials)
            } catch {
                await self?.complain("\(error)")
            }
        }
    }

    /// Begins or ends as somebody has signed in or out.
    private func looked(_ credentials: Credentials?) throws {
        guard let credentials else {
            guard background != nil else { return }
            stop()
            standing = nil
            return tell(.accountChanged(nil))
        }
        if let background {
            if standing?.phase == .expired { Task { await background.wake() } }
            return
        }
        try begin(as: credentials)
    }

    /// Reads presets and settings anew; themes, keys and snippets are followed by their own watch.
    private func readFiles() {
        let wiring = wiring
        Task.detached { [weak self] in
            let (presets, own) = (wiring.loadPresets().library, wiring.ownPresetIDs)
            await self?.tell(.presetsChanged(presets, own: own))
            // A file that cannot be read is told of when the editor begins.
            if let settings = try? wiring.places.settings.read() {
                await self?.tell(.settingsChanged(settings))
            }
        }
    }

    /// Reads which models the service offers, and asks it.
    private func readOffer() {
        let (wiring, workspace) = (wiring, workspace)
        Task.detached { [weak self] in
            // What it offered before stands where it does not answer.
            _ = try? await wiring.refreshServiceOffer(workspace)
            if let desk = try? wiring.providers() {
                await self?.tell(.modelsChanged(desk.readyCatalogue))
            }
        }
    }

    private func begin(as credentials: Credentials) throws {
        let desk = try desk ?? AccountDesk(wiring)
        self.desk = desk
        let server = credentials.server.host
        let email = credentials.email
        let background = BackgroundExchange(
            exchange: desk.exchange(of: workspace),
            workspace: workspace,
            access: desk.access,
            pokes: PokeLine(access: desk.access),
            now: Wiring.now,
            tell: { [weak self] standing in
                await self?.stands(
                    AccountStanding(standing, server: server, email: email),
                    fileChanges: standing.fileChangeCount
                )
            }
        )
        self.background = background
        task = Task.detached { await background.run() }
        readOffer()
        let courier = BackgroundCourier(
            courier: desk.courier(of: workspace),
            cacheLimit: try wiring.mediaCache(),
            tell: { [weak self] traffic in await self?.carries(traffic) }
        )
        self.courier = courier
        carrying = Task.detached { await courier.run() }
    }

    private func carries(_ new: FileTraffic) {
        guard courier != nil, new != traffic else { return }
        let hasArrived = new.arrivedCount != traffic.arrivedCount
        traffic = new
        if hasArrived { onArrival?() }
        guard var standing else { return }
        standing.files = AccountStanding.Files(new)
        guard standing != self.standing else { return }
        self.standing = standing
        tell(.accountChanged(standing))
    }

    private func stands(_ new: AccountStanding, fileChanges count: Int) {
        guard background != nil else { return }
        if count != fileChangeCount {
            fileChangeCount = count
            readFiles()
        }
        var new = new
        new.files = AccountStanding.Files(traffic)
        guard new != standing else { return }
        // What the service has of the records may name files that are to follow.
        if case .synced = new.phase, let courier { Task { await courier.wake() } }
        standing = new
        tell(.accountChanged(new))
    }
}

extension AccountStanding.Files {
    fileprivate init(_ traffic: FileTraffic) {
        self.init(
            sendingCount: traffic.sending == nil ? 0 : max(1, traffic.unsentCount),
            fetched: traffic.fetching?.asset.name,
            percent: (traffic.fetching ?? traffic.sending).map { Int(($0.part * 100).rounded()) },
            refusal: traffic.refusal
        )
    }
}

extension AccountStanding {
    fileprivate init(_ standing: SharingStanding, server: String, email: String) {
        let phase: Phase =
            switch standing.phase {
            case .syncing: .syncing
            case .synced(let time): .synced(at: time)
            case .offline(let since): .offline(since: Self.clock(since.milliseconds))
            case .expired: .expired
            case .halted(let sentence): .halted(sentence)
            }
        self.init(
            phase: phase,
            server: server,
            email: email,
            waitingCount: standing.waitingCount,
            conflictCount: standing.conflictCount,
            isReadOnly: standing.isReadOnly
        )
    }

    /// The time of day here, such as `14:05`.
    private static func clock(_ milliseconds: Int) -> String {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        let minute = String(parts.tm_min)
        return "\(parts.tm_hour):\(minute.count < 2 ? "0" : "")\(minute)"
    }
}
