import AccountService
import ArgumentParser
import Foundation
import Networking
import Testing

@testable import KinemaServer

struct ServerSettingsTests {
    private func file(_ text: String, mode: mode_t = 0o600) throws -> String {
        let path = NSTemporaryDirectory() + "kinema-server-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        chmod(path, mode)
        return path
    }

    @Test func `A flag wins over the environment, and that over the file`() throws {
        let path = try file("listen: 127.0.0.1:1\ndata: /file\nlog: error\n")
        let settings = try ServerSettings(
            file: path,
            environment: [
                "KINEMA_SERVER_LISTEN": "127.0.0.1:2", "KINEMA_SERVER_DATA": "/environment",
            ],
            flags: ["listen": "127.0.0.1:3", "data": nil]
        )
        #expect(settings[.listen] == "127.0.0.1:3")
        #expect(settings[.data] == "/environment")
        #expect(settings[.log] == "error")
        #expect(settings[.database] == "sqlite")
        #expect(settings.entries["log"]?.source == path + ":3")
    }

    @Test func `A password in a file that others may read is refused`() throws {
        for secret in [
            "host=db password=x", "host=db PASSWORD = 'x'", "postgres://kinema:x@db/kinema",
        ] {
            let text = "database: \"\(secret)\"\n"
            #expect(throws: Complaint.self) {
                try ServerSettings(file: try file(text, mode: 0o640), environment: [:], flags: [:])
            }
            let settings = try ServerSettings(
                file: try file(text),
                environment: [:],
                flags: [:]
            )
            #expect(settings.shown(.database) == "‹holds a password›")
        }
    }

    private func settings(_ flags: [String: String], secret: String = "s") throws -> ServerSettings
    {
        try ServerSettings(
            file: nil,
            environment: ["KINEMA_SERVER_S3_SECRET": secret],
            flags: flags.mapValues { $0 }
        )
    }

    @Test func `Files are in the data directory, unless a bucket is said with all it wants`()
        throws
    {
        #expect(try settings(["data": "/data"]).storage == .directory("/data/files"))
        #expect(try settings(["data": "/data", "files": "/x"]).embeddedFiles == "/x")
        let whole = [
            "s3-bucket": "films", "s3-endpoint": "https://s3.example.org", "s3-key": "k",
            "s3-region": "auto", "s3-style": "host",
        ]
        guard case .s3(let bucket) = try settings(whole).storage else {
            Issue.record("It is no bucket.")
            return
        }
        #expect(bucket.bucket == "films" && bucket.region == "auto" && !bucket.isPathStyle)
        #expect(!"\(bucket)".contains("secret: s"))
        #expect(try settings(whole).embeddedFiles == nil)
        for (name, value) in [
            ("s3-endpoint", ""), ("s3-key", ""), ("s3-style", "no"), ("s3-bucket", "A/B"),
            ("s3-endpoint", "http://s3.example.org"), ("s3-endpoint", "https://u:p@s3.example.org"),
        ] {
            var flags = whole
            flags[name] = value
            #expect(throws: Complaint.self, "\(name)") { try settings(flags).storage }
        }
        #expect(throws: Complaint.self) { try settings(whole, secret: "").storage }
    }

    @Test func `The key of a bucket in a file that others may read is refused`() throws {
        #expect(throws: Complaint.self) {
            try ServerSettings(
                file: try file("s3-secret: abc\n", mode: 0o644),
                environment: [:],
                flags: [:]
            )
        }
        let settings = try ServerSettings(
            file: try file("s3-secret: abc\n"),
            environment: [:],
            flags: [:]
        )
        #expect(settings.shown(.s3Secret) == "‹a secret›")
    }

    @Test(arguments: [
        ("10 GB", 10_000_000_000), ("500MB", 500_000_000), ("1.5 tb", 1_500_000_000_000), ("0", 0),
        ("4096", 4096),
    ])
    func `A quota is a size`(text: String, bytes: Int) throws {
        #expect(try settings(["quota": text]).quota == bytes)
    }

    @Test(arguments: ["", "much", "-1", "10 GiBs", "1e9", "999999999999 TB"])
    func `What is no size is no quota`(text: String) throws {
        #expect(throws: Complaint.self) { try settings(["quota": text]).quota }
    }

    @Test(arguments: ["nonsense", "8080", ":8080", "127.0.0.1:99999", "127.0.0.1:"])
    func `What cannot be listened on is told with its place`(text: String) throws {
        let settings = try ServerSettings(
            file: nil,
            environment: [:],
            flags: ["listen": text]
        )
        let error = #expect(throws: Complaint.self) { try settings.address }
        #expect(error?.description.contains("--listen") ?? false)
    }

    @Test(arguments: ["ftp://a.b", "https://a.b/path", "https://u:p@a.b", "a.b", "https://"])
    func `What is no public address is refused`(text: String) throws {
        let settings = try ServerSettings(
            file: nil,
            environment: ["KINEMA_SERVER_PUBLIC_ADDRESS": text],
            flags: [:]
        )
        #expect(throws: Complaint.self) { try settings.publicAddress(port: 1) }
    }

    @Test func `The public address is what it listens on when nobody says`() throws {
        let settings = try ServerSettings(file: nil, environment: [:], flags: ["listen": "[::1]:9"])
        #expect(try settings.publicAddress(port: 9) == "http://[::1]:9")
    }

    @Test func `The password at the mail server is a secret, and no flag`() throws {
        let text = "mail: smtp://ada@mail.example.org\nmail-password: tea at five\n"
        #expect(throws: Complaint.self) {
            try ServerSettings(file: try file(text, mode: 0o640), environment: [:], flags: [:])
        }
        let settings = try ServerSettings(file: try file(text), environment: [:], flags: [:])
        #expect(settings.shown(.mailPassword) == "‹a secret›")
        #expect(try settings.mailServer?.host == "mail.example.org")
        let flags = ServerOptions.helpMessage()
        for setting in ServerSetting.table {
            #expect(flags.contains("--\(setting.name) ") != setting.isSecret, "\(setting.name)")
        }
    }

    @Test(arguments: [
        ("mail", "smtp://a:b@c.d"), ("metrics", "all"), ("log-format", "xml"), ("proxy", "maybe"),
    ])
    func `What a setting cannot be is told`(name: String, value: String) throws {
        let settings = try ServerSettings(file: nil, environment: [:], flags: [name: value])
        #expect(throws: Complaint.self) {
            _ = try (settings.mailServer, settings.logsJSON, settings.service(port: 1))
        }
    }
}
