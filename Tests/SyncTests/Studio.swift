import AccountAPI
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Sync
import Synchronization
import Workspace

/// One machine of somebody's: a workspace, tokens, and a clock that may be wrong.
final class Studio: Sendable {
    let directory: String
    let workspace: LocalWorkspace
    let access: AccountAccess
    let exchange: Exchange
    let file: CredentialFile
    /// Milliseconds since 1970, as its own clock has them.
    let time: @Sendable () -> Int
    /// Runs for as long as a machine of the test's may ask it.
    private let service: ServiceFixture
    private let ids: Mutex<IdentifierSource>

    /// `skew` is how far its clock is ahead of the service's, in milliseconds.
    init(_ service: ServiceFixture, seed: UInt64, skew: Int = 0) throws {
        self.service = service
        directory = NSTemporaryDirectory() + "studio-" + UUID().uuidString
        let time: @Sendable () -> Int = { [clock = service.clock] in clock.read() + skew }
        self.time = time
        workspace = try LocalWorkspace.open(directory: directory + "/workspace", clock: time)
        file = CredentialFile(path: directory + "/account.json")
        access = AccountAccess(file: file, http: service.http, now: time)
        exchange = Exchange(workspace: workspace, access: access, now: time)
        ids = Mutex(IdentifierSource(seed: seed, now: Timestamp(milliseconds: time())))
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func id<Owner>(_ owner: Owner.Type = Owner.self) -> Identifier<Owner> {
        ids.withLock { $0.identifier() }
    }

    func shot(_ prompt: String) -> Shot {
        Shot(id: id(), name: prompt, draft: Draft(prompt: prompt))
    }

    /// Makes a project of shots with these prompts.
    func make(_ name: String, _ prompts: [String]) throws -> Project {
        let project = Project(id: id(), name: name, shots: prompts.map(shot))
        try workspace.save(
            project,
            history: EditHistory(),
            openedAt: Timestamp(milliseconds: 0)
        )
        return project
    }

    /// Changes a project as the editor does: an edit, and a save of what differs.
    func edit(_ id: Project.ID, _ change: (inout Project) -> Void) throws {
        guard let before = try workspace.project(id) else { return }
        var (after, history) = before
        change(&after)
        let edits = before.0.edits(to: after)
        guard !edits.isEmpty else { return }
        for edit in edits { history.record(edit) }
        try workspace.save(
            after,
            history: history,
            openedAt: Timestamp(milliseconds: 0),
            after: (before.0, before.1)
        )
    }

    func project(_ id: Project.ID) throws -> Project? { try workspace.project(id)?.0 }

    /// Signs in, and ties the workspace to the account's own space.
    func join(_ service: ServiceFixture, _ email: String, sharing: Bool = true) async throws {
        try access.begin(try await service.signIn(email), at: service.address, email: email)
        if sharing { try await exchange.share() }
    }
}
