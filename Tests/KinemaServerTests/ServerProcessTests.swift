import AccountAPI
import Editorial
import Foundation
import Networking
import ServiceFixtures
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

    @Test func `A backup taken under load restores to what had been acknowledged before it`()
        async throws
    {
        let server = try ServerProcess()
        try await server.start()
        let (token, space) = try await enrol(server)
        let address = server.address
        let pushing = Task {
            var count = 0
            while !Task.isCancelled {
                // The last one is cut off, and may have been taken or not.
                let reply = try? await ask(
                    address,
                    .push,
                    at: AccountRoute.push.path(space),
                    token: token,
                    RecordExchange.Push(records: (0..<20).map { record("\(count)-\($0)") })
                )
                if reply?.head.status == 200 { count += 1 }
            }
            return count
        }
        let backup = server.directory + "/backup"
        let taken = try server.run(["backup", backup, "--data", server.directory + "/data"])
        #expect(taken.code == 0, "\(taken.output)")
        pushing.cancel()
        let acknowledged = await pushing.value
        // In use it is not replaced.
        let early = try server.run(["restore", backup, "--data", server.directory + "/data"])
        #expect(early.code == 1)
        #expect(early.output.contains("end it first"))
        #expect(server.end(SIGKILL) != 0)
        let restored = try server.run(["restore", backup, "--data", server.directory + "/data"])
        #expect(restored.code == 0, "\(restored.output)")
        #expect(restored.output.contains("What was there before is in"))
        try await server.start()
        // Whole batches, in their order, up to the moment of the backup.
        let reply = try await ask(
            server.address,
            .pull,
            at: AccountRoute.pull.path(space) + "?after=0&limit=500",
            token: token
        )
        let page = try JSONDecoder().decode(RecordExchange.Pulled.self, from: reply.body)
        let count = page.records.count
        #expect(page.hasMore || (count % 20 == 0 && count / 20 <= acknowledged + 1))
        #expect(page.sequence == count)
        _ = try await enrolAgain(server)
    }

    @Test func `Files are in a backup, and come back with it`() async throws {
        let server = try ServerProcess()
        try await server.start()
        let (token, space) = try await enrol(server)
        let file = SampleFile(byteCount: 5000)
        try await send(file, to: server, space, token)
        let data = ["--data", server.directory + "/data"]
        let backup = server.directory + "/backup"
        let taken = try server.run(["backup", backup] + data)
        #expect(taken.output.contains("1 files too"), "\(taken.output)")
        #expect(server.end(SIGKILL) != 0)
        try FileManager.default.removeItem(atPath: server.directory + "/data")
        let restored = try server.run(["restore", backup] + data)
        #expect(restored.code == 0, "\(restored.output)")
        try await server.start()
        let found = try await ask(
            server.address,
            .findAsset,
            at: AccountRoute.findAsset.path(space, file.digest.digest),
            token: token
        )
        let address = try JSONDecoder().decode(AssetExchange.Found.self, from: found.body).address
        let place = try #require(WebAddress(server.address + address))
        let read = try await HTTPClient().reply(to: HTTPRequest(.get, place))
        #expect(read.body == file.data)
    }

    private func send(
        _ file: SampleFile,
        to server: ServerProcess,
        _ space: String,
        _ token: String
    ) async throws {
        let reply = try await ask(
            server.address,
            .announceAsset,
            at: AccountRoute.announceAsset.path(space),
            token: token,
            file.announcement()
        )
        let upload = try #require(
            try JSONDecoder().decode(AssetExchange.Announced.self, from: reply.body).upload
        )
        let place = try #require(WebAddress(server.address + upload.parts[0].address))
        let sent = try await HTTPClient().reply(
            to: HTTPRequest(.put, place, body: HTTPBody(file.data))
        )
        #expect(sent.head.isSuccess)
        let kept = try await ask(
            server.address,
            .completeUpload,
            at: AccountRoute.completeUpload.path(space, upload.id),
            token: token
        )
        #expect(kept.head.status == 200)
    }

    /// Whoever had an account in the backup has it still.
    private func enrolAgain(_ server: ServerProcess) async throws {
        let reply = try await ask(
            server.address,
            .signIn,
            AccountBodies.SignIn(
                email: "ada@example.org",
                password: "a paper boat at dawn",
                device: "y"
            )
        )
        #expect(reply.head.status == 200)
    }

    @Test func `What cannot be backed up or restored is told with what to do`() throws {
        let server = try ServerProcess()
        let data = server.directory + "/data"
        let elsewhere = try server.run(["backup", "/x", "--database", "host=db", "--data", data])
        #expect(elsewhere.code == 1)
        #expect(elsewhere.output.contains("pg_dump"))
        let empty = try server.run(["backup", server.directory + "/b", "--data", data])
        #expect(empty.output.contains("There is no database"))
        try FileManager.default.createDirectory(
            atPath: server.directory + "/bad",
            withIntermediateDirectories: true
        )
        let garbage = Data(repeating: 7, count: 9000)
        let file = server.directory + "/bad/kinema-server.db"
        try garbage.write(to: URL(filePath: file))
        let damaged = try server.run([
            "restore", server.directory + "/bad", "--data", data,
        ])
        #expect(damaged.code == 1)
        #expect(damaged.output.contains("damaged"), "\(damaged.output)")
        let left = try FileManager.default.contentsOfDirectory(atPath: data)
        #expect(left == ["lock"])
    }

    @Test func `An account is looked after beside the running service`() async throws {
        let server = try ServerProcess()
        try await server.start()
        let (token, _) = try await enrol(server)
        let data = ["--data", server.directory + "/data"]
        let listed = try server.run(["admin", "users"] + data)
        #expect(listed.output == "ada@example.org\tAda\tconfirmed\t1\tusual\n")
        #expect(try server.run(["admin", "disable", "ada@example.org"] + data).code == 0)
        let reply = try await ask(server.address, .profile, token: token)
        #expect(reply.head.status == 401)
        let missing = try server.run(["admin", "quota", "eve@example.org", "5"] + data)
        #expect(missing.code == 1)
        #expect(missing.output.contains("There is no account of eve@example.org"))
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
