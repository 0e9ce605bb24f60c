import AccountAPI
import Editorial
import Foundation
import Loopback
import Networking
import Synchronization
import Testing
import VendorStands

/// The built `kinema-server` with a vendor behind it that kills when it is told to.
final class RemoteProcess {
    /// Where whoever is to die is at, as the vendor sees it.
    enum Point: CaseIterable {
        /// The request is there, and not answered yet.
        case submission
        /// It is asked how far it is.
        case poll
        /// The result is asked for.
        case result
    }

    /// Kills a process once.
    final class Killer: Sendable {
        private let target = Atomic(Int32(0))
        private let isDone = Atomic(false)

        var hasKilled: Bool { isDone.load(ordering: .acquiring) }

        func aim(at process: Int32) { target.store(process, ordering: .releasing) }

        func kill() {
            let process = target.load(ordering: .acquiring)
            guard process > 0, !hasKilled else { return }
            Glibc.kill(process, SIGKILL)
            isDone.store(true, ordering: .releasing)
        }
    }

    let server: ServerProcess
    let stand: StandServer
    let killer = Killer()
    let key: String
    private(set) var token = ""
    private(set) var refreshToken = ""
    private(set) var space = ""
    private let client = HTTPClient(rules: RetryRules(attempts: 1))

    init(
        database: String = "sqlite",
        vendor: String = "luma",
        result: Data,
        killing point: Point? = nil,
        script edit: (inout StandServer.Script) -> Void = { $0.states = [.completed] }
    ) throws {
        server = try ServerProcess(database: database)
        let vendorStand = try #require(Stands.named(vendor))
        key = try #require(vendorStand.key)
        var script = StandServer.Script()
        edit(&script)
        let killer = killer
        var deadly = LoopbackAnswer.json(["state": "dreaming"])
        deadly.before = { killer.kill() }
        switch point {
        case .submission: script.submissions = [deadly]
        case .poll: script.polls = [deadly]
        case .result: script.results = [deadly]
        case nil: break
        }
        stand = try StandServer(vendorStand, script, result: result)
        let secret = server.directory + "/vendor.key"
        try Data(key.utf8).write(to: URL(filePath: secret))
        chmod(secret, 0o600)
        try "\(vendor): {address: \(stand.address), key-file: \(secret)}\n".write(
            toFile: vendors,
            atomically: true,
            encoding: .utf8
        )
    }

    deinit { stand.stop() }

    var vendors: String { server.directory + "/vendors.yaml" }

    func ask(
        _ route: AccountRoute,
        at path: String? = nil,
        _ body: (any Encodable)? = nil
    ) async throws -> HTTPReply {
        var headers = [HTTPHeader("Content-Type", "application/json")]
        if !token.isEmpty { headers.append(HTTPHeader("Authorization", "Bearer \(token)")) }
        return try await client.reply(
            to: HTTPRequest(
                try #require(HTTPRequest.Method(rawValue: route.method.rawValue)),
                try #require(WebAddress(server.address + (path ?? route.path))),
                headers: headers,
                body: try body.map { HTTPBody(try JSONEncoder().encode($0)) }
            )
        )
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ reply: HTTPReply) throws -> Value {
        try JSONDecoder().decode(type, from: reply.body)
    }

    /// Signs somebody up by the mail that lies in the maildir.
    func enrol() async throws {
        let password = "a paper boat at dawn"
        let email = "ada@example.org"
        _ = try await ask(
            .signUp,
            AccountBodies.SignUp(email: email, password: password, name: "Ada")
        )
        let letter = try #require(server.letters.last)
        let link = try #require(letter.firstMatch(of: /\?token=([A-Za-z0-9_-]+)/))
        _ = try await ask(
            .verify,
            AccountBodies.Verify(token: String(link.output.1), password: password)
        )
        let grant = try read(
            TokenGrant.self,
            try await ask(
                .signIn,
                AccountBodies.SignIn(email: email, password: password, device: "x")
            )
        )
        (token, refreshToken) = (grant.accessToken, grant.refreshToken)
        let profile = try read(AccountProfile.self, try await ask(.profile))
        space = try #require(profile.ownSpace?.id.description)
    }

    func make(_ key: String = "one") async throws -> RemoteJob {
        let request = RemoteRequest(
            model: "luma/ray-2",
            prompt: "a lighthouse",
            width: 1280,
            height: 720,
            seconds: 5
        )
        return try read(
            RemoteJob.self,
            try await ask(
                .makeJob,
                at: AccountRoute.makeJob.path(space),
                RemoteJobBodies.Make(key: key, request: request)
            )
        )
    }

    func status(_ job: RemoteJob) async throws -> RemoteJob {
        try read(
            RemoteJob.self,
            try await ask(.job, at: AccountRoute.job.path(space, job.id.description))
        )
    }

    /// Waits until a job is done, one way or another.
    func settled(_ job: RemoteJob) async throws -> RemoteJob {
        var job = job
        try await wait {
            job = try await self.status(job)
            return job.state.isSettled
        }
        return job
    }

    func wait(until isTrue: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(600)
        while try await !isTrue() {
            guard ContinuousClock.now < deadline else { throw CocoaError(.featureUnsupported) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
