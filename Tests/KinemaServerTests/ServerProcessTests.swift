import AccountAPI
import Editorial
import Foundation
import Networking
import Testing

struct ServerProcessTests {
    private let client = HTTPClient(rules: RetryRules(attempts: 1))

    private func ask(
        _ address: String,
        _ route: AccountRoute,
        at path: String? = nil,
        token: String? = nil,
        _ body: (any Encodable)? = nil
    ) async throws -> HTTPReply {
        var headers = [HTTPHeader("Content-Type", "application/json")]
        if let token { headers.append(HTTPHeader("Authorization", "Bearer \(token)")) }
        return try await client.reply(
            to: HTTPRequest(
                try #require(HTTPRequest.Method(rawValue: route.method.rawValue)),
                try #require(WebAddress(address + (path ?? route.path))),
                headers: headers,
                body: try body.map { HTTPBody(try JSONEncoder().encode($0)) }
            )
        )
    }

    /// Signs somebody up by the mail that lies in the maildir.
    private func enrol(_ server: ServerProcess) async throws -> (token: String, space: String) {
        let password = "a paper boat at dawn"
        _ = try await ask(
            server.address,
            .signUp,
            AccountBodies.SignUp(email: "ada@example.org", password: password, name: "Ada")
        )
        let letter = try #require(server.letters.last)
        let link = try #require(letter.firstMatch(of: /\?token=([A-Za-z0-9_-]+)/))
        _ = try await ask(
            server.address,
            .verify,
            AccountBodies.Verify(token: String(link.output.1), password: password)
        )
        let reply = try await ask(
            server.address,
            .signIn,
            AccountBodies.SignIn(email: "ada@example.org", password: password, device: "x")
        )
        let token = try JSONDecoder().decode(TokenGrant.self, from: reply.body).accessToken
        let profile = try await ask(server.address, .profile, token: token)
        let space = try JSONDecoder().decode(AccountProfile.self, from: profile.body).ownSpace
        return (token, try #require(space?.id.description))
    }

    private func record(_ id: String) -> SharedRecord {
        SharedRecord(
            key: SharedRecord.Key(kind: "shot", id: id),
            fields: ["name": StampedValue("1", HybridStamp(milliseconds: 1, counter: 0, writer: 1))]
        )
    }

    @Test(arguments: ["sqlite", "postgres"])
    func `Killed under load it has everything that it acknowledged`(engine: String) async throws {
        let postgres = ProcessInfo.processInfo.environment["KINEMA_POSTGRES"]
        let database = engine == "sqlite" ? engine : try #require(postgres)
        let name = "kinema_kill_" + UUID().uuidString.filter(\.isHexDigit).lowercased()
        let server = try ServerProcess(
            database: engine == "sqlite"
                ? engine : database + " options='-csearch_path=\(name)'"
        )
        if engine == "postgres" { try makeSchema(name, database) }
        try await server.start()
        let (token, space) = try await enrol(server)
        var acknowledged: Set<String> = []
        let isLong = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
        for round in 0..<(isLong ? 20 : 2) {
            let (identifier, address) = (server.identifier, server.address)
            let writing = Task {
                var done: Set<String> = []
                for number in 0..<100_000 {
                    let id = "\(round)-\(number)"
                    let reply = try? await ask(
                        address,
                        .push,
                        at: AccountRoute.push.path(space),
                        token: token,
                        RecordExchange.Push(records: [record(id)])
                    )
                    guard reply?.head.status == 200 else { return done }
                    done.insert(id)
                    // What is asked next is never heard, or its answer is lost.
                    if done.count == 10 + round {
                        Thread.detachNewThread { kill(identifier, SIGKILL) }
                    }
                }
                return done
            }
            let done = await writing.value
            #expect(done.count >= 10)
            acknowledged.formUnion(done)
            _ = server.end(SIGKILL)
            try await server.start()
        }
        var (found, sequence): (Set<String>, Int) = ([], 0)
        while true {
            let path = AccountRoute.pull.path(space) + "?after=\(sequence)"
            let reply = try await ask(server.address, .pull, at: path, token: token)
            let page = try JSONDecoder().decode(RecordExchange.Pulled.self, from: reply.body)
            found.formUnion(page.records.map(\.key.id))
            sequence = page.sequence
            if !page.hasMore { break }
        }
        #expect(acknowledged.isSubset(of: found))
    }

    private func makeSchema(_ name: String, _ database: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["psql", database, "-qc", "CREATE SCHEMA \(name)"]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    @Test func `Told to end it ends in good order`() async throws {
        let server = try ServerProcess()
        try await server.start()
        #expect(server.end(SIGTERM) == 0)
    }

    @Test func `Its tables are made once however often that is asked`() throws {
        let server = try ServerProcess()
        for _ in 0..<2 {
            let outcome = try server.run(["migrate", "--data", server.directory])
            #expect(outcome.code == 0)
            #expect(outcome.output == "The tables are those of this version.\n")
        }
    }

    @Test func `Its settings are printed with where they came from, but no password`() throws {
        let server = try ServerProcess()
        let outcome = try server.run([
            "config", "--database", "host=db password=hunter2", "--log", "error",
        ])
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("log: \"error\""))
        #expect(outcome.output.contains("# From --log; also KINEMA_SERVER_LOG."))
        #expect(!outcome.output.contains("hunter2"))
    }

    @Test func `A port that is taken is told in a sentence`() async throws {
        let server = try ServerProcess()
        try await server.start()
        let listen = String(server.address.dropFirst("http://".count))
        let outcome = try server.run([
            "serve", "--data", server.directory + "/other", "--listen", listen, "--log", "critical",
        ])
        #expect(outcome.code == 1)
        #expect(outcome.output.hasPrefix("kinema-server: The service cannot listen on"))
        #expect(outcome.output.split(separator: "\n").count == 1, "\(outcome.output)")
    }
}
