import AccountAPI
import AccountService
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

/// What people do to their own account.
struct OwnerTests {
    private func makeKey(
        _ service: ServiceFixture,
        _ token: String,
        _ scopes: [AccountKey.Scope],
        days: Int? = nil
    ) async throws -> AccountKeyBodies.Made {
        try await service.ask(
            .makeKey,
            token: token,
            json: AccountKeyBodies.Make(name: "render farm", scopes: scopes, days: days)
        ).json(AccountKeyBodies.Made.self)
    }

    @Test(arguments: Engine.allCases)
    func `A key opens what it is for and nothing else, over every route`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let token = try await service.enrol("ada@example.org").accessToken
        let space = try #require(try await service.profile(token).ownSpace?.id.description)
        for scope in AccountKey.Scope.allCases {
            let key = try await makeKey(service, token, [scope])
            for route in AccountRoute.table where route.access == .account {
                let path = route.path.replacing("{space}", with: space)
                    .replacing(/\{[a-z]+\}/, with: "x")
                let reply = try await service.ask(
                    route,
                    at: path,
                    token: key.secret,
                    body: route.body == .none ? nil : Data()
                )
                let isRefused = reply.problem == .forbidden
                #expect(isRefused == (route.keyScope != scope), "\(route.id) \(scope)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `A key holds until it is ended, too old, or its account is gone`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let token = try await service.enrol("ada@example.org").accessToken
        let (first, second) = (
            try await makeKey(service, token, [.read]),
            try await makeKey(service, token, [.read], days: 1)
        )
        #expect(first.secret.hasPrefix("kinema_"))
        for key in [first, second] {
            #expect(try await service.ask(.profile, token: key.secret).head.status == 200)
        }
        let listed = try await service.ask(.listKeys, token: token).json(AccountKeyBodies.List.self)
        #expect(Set(listed.keys.map(\.id)) == [first.key.id, second.key.id])
        #expect(listed.keys.allSatisfy { $0.usedAt != nil })
        service.clock.advance(seconds: 24 * 3600 + 1)
        #expect(try await service.ask(.profile, token: second.secret).problem == .unauthorized)
        let later = try await service.signIn("ada@example.org").accessToken
        let path = AccountRoute.endKey.path(first.key.id.description)
        let eve = try await service.enrol("eve@example.org").accessToken
        #expect(try await service.ask(.endKey, at: path, token: eve).problem == .notFound)
        #expect(try await service.ask(.endKey, at: path, token: later).head.status == 204)
        #expect(try await service.ask(.profile, token: first.secret).problem == .unauthorized)
        let third = try await makeKey(service, later, [.read])
        let desk = AdminDesk(service.database.database, now: service.clock.read())
        #expect(try desk.disable("ada@example.org"))
        #expect(try await service.ask(.profile, token: third.secret).problem == .unauthorized)
        // Of a key only the hash is kept.
        let stored = try service.database.database.read {
            "\(try $0.rows("SELECT * FROM account_key"))"
        }
        #expect(!stored.contains(third.secret.dropFirst(7)))
        #expect(!service.log.text.contains(third.secret))
    }

    @Test(arguments: Engine.allCases)
    func `Another address counts once it is confirmed from there`(engine: Engine) async throws {
        let service = try await ServiceFixture(engine)
        let token = try await service.enrol("ada@example.org").accessToken
        let wrong = AccountBodies.ChangeEmail(email: "new@example.org", password: "a wrong one")
        #expect(
            try await service.ask(.changeEmail, token: token, json: wrong).problem
                == .wrongCredentials
        )
        let body = AccountBodies.ChangeEmail(
            email: "New@example.org",
            password: ServiceFixture.password
        )
        #expect(try await service.ask(.changeEmail, token: token, json: body).head.status == 202)
        #expect(try await service.profile(token).email == "ada@example.org")
        let link = try #require(service.postbox.token(to: "new@example.org"))
        var browser = Browser(service)
        let page = try await browser.open("/email?token=\(link)")
        let done = try await browser.submit("/email", [("token", link)], from: page)
        #expect(done.text.contains("The address is yours"))
        #expect(try await service.profile(token).email == "new@example.org")
        #expect(
            service.postbox.letters(to: "ada@example.org").last?.contains("has another address")
                ?? false
        )
        let again = AccountBodies.ConfirmEmail(token: link)
        #expect(try await service.ask(.confirmEmail, json: again).problem == .badToken)
        _ = try await service.signIn("new@example.org")
    }

    @Test func `Whether an address is taken is told to nobody but its owner`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let token = try await service.enrol("ada@example.org").accessToken
        try await service.enrol("eve@example.org")
        var answers: [String] = []
        for email in ["eve@example.org", "free@example.org"] {
            let body = AccountBodies.ChangeEmail(email: email, password: ServiceFixture.password)
            answers.append(try await service.ask(.changeEmail, token: token, json: body).text)
        }
        #expect(answers[0] == answers[1])
        let letter = try #require(service.postbox.letters(to: "eve@example.org").last)
        #expect(letter.contains("You have a Kinema account already"))
        #expect(!letter.contains("token="))
    }

    @Test func `A name and preferences are kept as they were said, and no more than so many`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let token = try await service.enrol("ada@example.org").accessToken
        let name = AccountBodies.ChangeName(name: "Ada\u{202E} '); DROP TABLE account; --")
        #expect(try await service.ask(.changeName, token: token, json: name).head.status == 204)
        #expect(try await service.profile(token).name == "Ada '); DROP TABLE account; --")
        let wishes = AccountBodies.Preferences(values: ["theme": "dusk", "’;--": "\"{}"])
        #expect(
            try await service.ask(.changePreferences, token: token, json: wishes).head.status == 204
        )
        #expect(
            try await service.ask(.preferences, token: token).json(AccountBodies.Preferences.self)
                == wishes
        )
        for values in [
            Dictionary(uniqueKeysWithValues: (0..<65).map { ("\($0)", "") }),
            ["x": String(repeating: "x", count: 1025)], ["nul": "\0"],
        ] {
            let body = AccountBodies.Preferences(values: values)
            #expect(
                try await service.ask(.changePreferences, token: token, json: body).problem
                    == .badRequest
            )
        }
    }

    @Test(arguments: Engine.allCases)
    func `An export holds everything, with the records, jobs and files of every space`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine) { settings in
            settings.remote.models = [RemoteSpace.film]
        }
        let token = try await service.enrol("ada@example.org").accessToken
        let space = try #require(try await service.profile(token).ownSpace?.id.description)
        let pictures = (1...3).map { SampleFile(byteCount: 1000, seed: $0) }
        for picture in pictures { try await service.keep(picture, in: space, token) }
        for key in ["one", "two"] {
            let reply = try await service.ask(
                .makeJob,
                at: AccountRoute.makeJob.path(space),
                token: token,
                json: RemoteJobBodies.Make(key: key, request: RemoteSpace.request(key))
            )
            #expect(reply.head.status == 201)
        }
        for batch in 0..<3 {
            let records = (0..<400).map { index in
                SharedRecord(
                    key: SharedRecord.Key(kind: "shot", id: "\(batch)-\(index)"),
                    fields: [
                        "name": StampedValue(
                            "x",
                            HybridStamp(milliseconds: 1, counter: 0, writer: 1)
                        )
                    ]
                )
            }
            let reply = try await service.ask(
                .push,
                at: AccountRoute.push.path(space),
                token: token,
                json: RecordExchange.Push(records: records)
            )
            #expect(reply.head.status == 200)
        }
        struct Export: Decodable {
            struct Account: Decodable {
                let profile: AccountProfile
                let sessions: [AccountSession]
            }
            let account: Account
            let spaces: [String: [SharedRecord]]
            let files: [String: [AssetExchange.Found]]
            let jobs: [String: [RemoteJob]]
        }
        let export = try await service.ask(.export, token: token).json(Export.self)
        #expect(export.account.profile.email == "ada@example.org")
        #expect(export.account.sessions.count == 1)
        #expect(Set(export.spaces[space, default: []].map(\.key.id)).count == 1200)
        #expect(Set(export.jobs[space, default: []].map(\.prompt)) == ["one", "two"])
        let files = export.files[space, default: []]
        #expect(Set(files.map(\.asset.sha256)) == Set(pictures.map(\.digest)))
        for (found, file) in zip(
            files.sorted { $0.asset.sha256.digest < $1.asset.sha256.digest },
            pictures.sorted { $0.digest.digest < $1.digest.digest }
        ) {
            #expect(found.asset.name == "a file" && found.asset.byteCount == 1000)
            let address = try #require(WebAddress(service.address.text + found.address))
            #expect(try await service.http.reply(to: HTTPRequest(.get, address)).body == file.data)
        }
    }

    @Test(arguments: Engine.allCases)
    func `A closed account is had back within a fortnight, and gone after it`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        func sweep() throws -> Int {
            try AdminDesk(service.database.database, now: service.clock.read()).sweep()
        }
        let body = AccountBodies.Close(password: ServiceFixture.password)
        for (days, isBack) in [(13, true), (15, false)] {
            let grant = try await service.enrol("ada\(days)@example.org")
            let token = grant.accessToken
            let key = try await makeKey(service, token, [.read])
            #expect(try await service.ask(.close, token: token, json: body).head.status == 204)
            #expect(try await service.ask(.profile, token: token).problem == .unauthorized)
            #expect(try await service.ask(.profile, token: key.secret).problem == .unauthorized)
            service.clock.advance(seconds: days * 24 * 3600)
            #expect(try sweep() == (isBack ? 0 : 1))
            let reply = try await service.ask(
                .signIn,
                json: AccountBodies.SignIn(
                    email: "ada\(days)@example.org",
                    password: ServiceFixture.password,
                    device: ""
                )
            )
            #expect((reply.head.status == 200) == isBack)
            // Had back, it stays.
            service.clock.advance(seconds: 40 * 24 * 3600)
            #expect(try sweep() == 0)
        }
        let left = try service.database.database.read { connection in
            try ["account", "space"].map { try connection.rows("SELECT id FROM \($0)").count }
        }
        #expect(left == [1, 1])
    }

    @Test func `Who owns a space in which others are hands it over before closing the account`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        let ada = try await service.enrol("ada@example.org").accessToken
        let eve = try await service.enrol("eve@example.org").accessToken
        let space = try await service.makeTeam(ada).id.description
        let invitation = try await service.invite(to: space, as: .member, by: ada)
        _ = try await service.ask(.join, token: eve, json: invitation)
        let body = AccountBodies.Close(password: ServiceFixture.password)
        let refused = try await service.ask(.close, token: ada, json: body)
        #expect(refused.problem == .badRequest)
        #expect(refused.text.contains("hand it over"))
        #expect(try await service.ask(.close, token: eve, json: body).head.status == 204)
    }

    @Test func `Nobody comes into the space of a closed account any more`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let ada = try await service.enrol("ada@example.org").accessToken
        let eve = try await service.enrol("eve@example.org").accessToken
        let space = try await service.makeTeam(ada).id.description
        let invitation = try await service.invite(to: space, as: .member, by: ada)
        let body = AccountBodies.Close(password: ServiceFixture.password)
        #expect(try await service.ask(.close, token: ada, json: body).head.status == 204)
        let joined = try await service.ask(.join, token: eve, json: invitation)
        #expect(joined.problem == .badToken)
    }
}
