import AccountService
import Foundation
import Logging
import Networking
import ServiceFixtures
import Testing

struct MailTests {
    private let directory = NSTemporaryDirectory() + "kinema-mail-" + UUID().uuidString
    private let log = FixtureLog()

    private func server(_ port: Int, user: String = "") throws -> MailServer {
        try #require(MailServer("smtp://\(user)127.0.0.1:\(port)"))
    }

    private func postbox(_ server: MailServer, password: String = "") throws -> SMTPPostbox {
        try SMTPPostbox(
            directory: directory,
            submission: MailSubmission(server, password: Secret(password)),
            sender: "kinema@example.org",
            logger: log.logger,
            pause: .milliseconds(5)
        )
    }

    /// Lets a postbox work until something holds.
    private func run(_ postbox: SMTPPostbox, until isDone: () -> Bool) async throws {
        let work = Task { await postbox.run() }
        let deadline = ContinuousClock.now + .seconds(600)
        while !isDone(), ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(5))
        }
        work.cancel()
        await work.value
        #expect(isDone())
    }

    private var waiting: Int { count("new") }
    private func count(_ name: String) -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: directory + "/" + name))?.count ?? 0
    }

    private let letter = "From: Kinema <kinema@example.org>\r\nSubject: x\r\n\r\nHello\r\n.dot\r\n"

    @Test func `A letter is handed to the mail server, and is gone here`() async throws {
        let stand = try MailStand()
        defer { stand.end() }
        let postbox = try postbox(try server(stand.port, user: "ada@"), password: "tea at five")
        try postbox.put(Array(letter.utf8), to: "eve@example.org")
        #expect(waiting == 1)
        try await run(postbox) { waiting == 0 }
        let taken = try #require(stand.letters.first)
        #expect(taken.sender.hasPrefix("MAIL FROM:<kinema@example.org>"))
        #expect(taken.recipients == ["RCPT TO:<eve@example.org>"])
        #expect(taken.text.contains("Hello\n..dot\n"))
        let told = Data(base64Encoded: taken.credentials ?? "") ?? Data()
        #expect(told == Data("\0ada\0tea at five".utf8))
        #expect(!log.text.contains("tea at five"))
    }

    @Test func `A server that takes nothing now is asked again, across restarts`() async throws {
        let stand = try MailStand(refusing: [451, 421, 450])
        defer { stand.end() }
        try postbox(try server(stand.port)).put(Array(letter.utf8), to: "eve@example.org")
        // Another process finds what the first left.
        try await run(try postbox(try server(stand.port))) { waiting == 0 }
        #expect(stand.letters.count == 1)
        #expect(log.text.contains("(451)"))
        #expect(!log.text.contains("eve@example.org"))
    }

    @Test func `A letter that is refused for good is put aside, and the next one goes`()
        async throws
    {
        let stand = try MailStand(refusing: [550])
        defer { stand.end() }
        let postbox = try postbox(try server(stand.port))
        try postbox.put(Array(letter.utf8), to: "nobody@example.org")
        try await run(postbox) { waiting == 0 }
        #expect(count("cur") == 1)
        let next = try self.postbox(try server(stand.port))
        try next.put(Array(letter.utf8), to: "eve@example.org")
        try await run(next) { waiting == 0 }
        #expect(stand.letters.count == 1)
    }

    @Test func `An address cannot bring a command along`() throws {
        let stand = try MailStand()
        defer { stand.end() }
        let submission = MailSubmission(try server(stand.port), password: nil)
        for address in [
            "eve@example.org>\r\nRCPT TO:<all@example.org", "a@b.c\nDATA", "a b@example.org",
            "<eve@example.org>", "eve", "",
        ] {
            for (sender, recipient) in [("a@b.c", address), (address, "a@b.c")] {
                #expect(throws: HTTPError.self) {
                    try submission.send(Array(letter.utf8), from: sender, to: recipient)
                }
            }
        }
        #expect(stand.commands.isEmpty)
    }

    @Test func `A server elsewhere is told nothing without TLS`() throws {
        #expect(try #require(MailServer("smtp://mail.example.org")).secrecy == .startTLS)
        #expect(try #require(MailServer("smtp://mail.example.org")).port == 587)
        #expect(try #require(MailServer("smtps://mail.example.org")).secrecy == .tls)
        #expect(try #require(MailServer("smtps://mail.example.org")).port == 465)
        #expect(try #require(MailServer("smtp://localhost:25")).secrecy == .none)
        // The same machine by a name that is not known for it.
        let stand = try MailStand()
        defer { stand.end() }
        let other = try #require(MailServer("smtp://127.0.0.2:\(stand.port)"))
        #expect(other.secrecy == .startTLS)
        let plain = try #require(MailServer("smtp://0x7f.1:\(stand.port)"))
        #expect(plain.secrecy == .startTLS)
        #expect(throws: HTTPError.self) {
            try MailSubmission(plain, password: Secret("tea"))
                .send(Array(letter.utf8), from: "a@b.c", to: "d@e.f")
        }
        #expect(stand.letters.isEmpty)
        #expect(!stand.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test(arguments: [
        "smtp://user:secret@mail.example.org", "http://mail.example.org", "mail.example.org",
        "smtp://", "smtp://mail.example.org/x", "smtp://mail.example.org:0",
        "smtp://mail.example.org\r\n",
    ])
    func `What is no mail server is refused`(text: String) {
        #expect(MailServer(text) == nil)
    }
}
