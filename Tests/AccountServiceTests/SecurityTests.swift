import AccountAPI
import Database
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

/// What anybody may send anywhere, held against every route of the table.
struct SecurityTests {
    private static let hostile = [
        "'; DROP TABLE account; --", "\" OR 1=1 --", "$1", "%27%00", "\0", "a\0b",
        "\u{202E}\u{FEFF}",
        "../../../etc/passwd", "\r\nSet-Cookie: x=y", "${jndi:ldap://x}", "{{7*7}}", "-1",
        "9223372036854775808", "null", String(repeating: "ä", count: 20_000), "",
    ]

    /// Returns a body of a shape in which every text is one text.
    private func body(_ shape: JSONShape, _ text: String, wordsToo: Bool) -> JSONTree {
        switch shape {
        case .text: .text(text)
        case .word(let words): .text(wordsToo ? text : words.first ?? "")
        case .integer, .integerFrom: .integer(wordsToo ? .max : 1)
        case .number: .integer(wordsToo ? .max : 1)
        case .bytes: .text(text)
        case .flag: true
        case .list(let shape, _): .list([body(shape, text, wordsToo: wordsToo)])
        case .map(let shape): .object([text: body(shape, text, wordsToo: wordsToo)])
        case .named(let name):
            body(OpenAPIShapes.table[name] ?? .text(), text, wordsToo: wordsToo)
        case .object(let fields):
            .object(
                Dictionary(
                    uniqueKeysWithValues: fields.map {
                        ($0.name, body($0.shape, text, wordsToo: wordsToo))
                    }
                )
            )
        }
    }

    private func encoded(_ route: AccountRoute, _ text: String, wordsToo: Bool) throws -> Data? {
        guard let name = OpenAPIShapes.requests[route.id], let shape = OpenAPIShapes.table[name]
        else { return nil }
        let tree = body(shape, text, wordsToo: wordsToo)
        guard route.body == .form, case .object(let fields) = tree else {
            return try JSONEncoder().encode(tree)
        }
        return ServiceFixture.form(
            fields.map { name, value in
                guard case .text(let text) = value else { return (name, "") }
                return (name, text)
            }
        )
    }

    @Test(arguments: Engine.allCases)
    func `Hostile text in every string of every body and path fails nothing`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        for route in AccountRoute.table {
            // A session of its own each: some of these end it.
            let token = try await service.enrol("\(route.id.lowercased())@example.org").accessToken
            let space = try await service.profile(token).ownSpace?.id.description ?? ""
            for (index, text) in Self.hostile.enumerated() {
                let short = String(text.prefix(300))
                for path in [
                    route.path.replacing("{space}", with: space),
                    route.path,
                ].map({ $0.replacing(/\{[a-z]+\}/, with: WebAddress.escaped(short)) }) {
                    let reply = try await service.ask(
                        route,
                        at: path,
                        query: route == .pull || route == .jobs
                            ? ["after", "before", "limit"].map { ($0, short) } : [],
                        token: token,
                        body: try encoded(route, text, wordsToo: index.isMultiple(of: 2))
                    )
                    #expect(reply.head.status < 500, "\(route.id) \(index) \(reply.text)")
                    #expect(reply.head["set-cookie"] == nil)
                }
            }
            service.clock.advance(seconds: 7200)
        }
        let count = try service.database.database.read {
            try $0.rows("SELECT COUNT(*) AS n FROM account").first?.integer("n")
        }
        #expect(count ?? 0 >= AccountRoute.table.count)
    }

    @Test func `What a body says beside what it may say changes nothing`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let extra: [String: JSONTree] = [
            "id": "00000000-0000-7000-8000-000000000000", "verified_at": .integer(1),
            "isVerified": true, "role": "owner", "quota": .integer(1 << 40), "account": "x",
        ]
        let signUp: [String: JSONTree] = [
            "email": "ada@example.org", "password": .text(ServiceFixture.password), "name": "Ada",
        ]
        let all = JSONTree.object(signUp.merging(extra) { own, _ in own })
        #expect(try await service.ask(.signUp, json: all).head.status == 202)
        let body = AccountBodies.SignIn(
            email: "ada@example.org",
            password: ServiceFixture.password,
            device: ""
        )
        #expect(try await service.ask(.signIn, json: body).problem == .unverified)
        let row = try service.database.database.read {
            try $0.rows("SELECT * FROM account").first
        }
        #expect(try row?.text("id") != "00000000-0000-7000-8000-000000000000")
        #expect(try row?.optionalInteger("quota") == nil)
    }

    @Test func `A token that signs itself in another way opens nothing`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let token = try await service.enrol("ada@example.org").accessToken
        let parts = token.split(separator: ".").map(String.init)
        func spelled(_ text: String) -> String {
            Data(text.utf8).base64EncodedString().replacing("+", with: "-")
                .replacing("/", with: "_").replacing("=", with: "")
        }
        let keys = try await service.ask(.keys).text
        for forged in [
            spelled("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".",
            spelled("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2],
            spelled("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + spelled(keys),
            parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1], "..", ".", "",
        ] {
            #expect(
                try await service.ask(.profile, token: forged).problem == .unauthorized,
                "\(forged)"
            )
        }
    }

    @Test(arguments: Engine.allCases)
    func `Nobody reaches what is another’s by naming it, over every route`(
        engine: Engine
    ) async throws {
        let service = try await ServiceFixture(engine)
        let ada = try await service.enrol("ada@example.org").accessToken
        let eve = try await service.enrol("eve@example.org").accessToken
        let space = try #require(try await service.profile(ada).ownSpace?.id.description)
        let account = try await service.profile(ada).id.description
        let session = try await service.ask(.sessions, token: ada).json(SessionList.self)
            .sessions.first?.id.description
        let key = try await service.ask(
            .makeKey,
            token: ada,
            json: AccountKeyBodies.Make(name: "x", scopes: [.read])
        ).json(AccountKeyBodies.Made.self).key.id.description
        let file = SampleFile()
        try await service.keep(file, in: space, ada)
        let upload = try await service.announce(SampleFile(seed: 2).announcement(), in: space, ada)
            .json(AssetExchange.Announced.self).upload
        let names = [
            "asset": file.digest.digest, "upload": upload?.id ?? "", "part": "1",
            "file": file.digest.digest + "-0123456789abcdef",
        ]
        let theirs = ["space": space, "account": account, "session": session ?? "", "key": key]
            .merging(names) { own, _ in own }
        for route in AccountRoute.table where route.path.contains("{") {
            let path = route.path.split(separator: "/").map { part in
                part.hasPrefix("{")
                    ? theirs[String(part.dropFirst().dropLast())] ?? "" : String(part)
            }
            let name = OpenAPIShapes.requests[route.id].flatMap { OpenAPIShapes.table[$0] }
            let fitting: Data?
            switch route {
            case .push: fitting = Data("{\"records\":[]}".utf8)
            case .announceAsset: fitting = try JSONEncoder().encode(file.announcement())
            case .transfer:
                let own = try await service.profile(eve).id
                fitting = try JSONEncoder().encode(SpaceBodies.Transfer(account: own))
            default:
                fitting = try name.map {
                    try JSONEncoder().encode(body($0, "eve@example.org", wordsToo: false))
                }
            }
            let reply = try await service.ask(
                route,
                at: "/" + path.joined(separator: "/"),
                token: eve,
                body: fitting
            )
            #expect(reply.problem == .notFound, "\(route.id) \(reply.text)")
        }
        #expect(try await service.profile(ada).spaces.count == 1)
    }
}
