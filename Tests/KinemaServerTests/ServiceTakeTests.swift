import AccountAPI
import Editorial
import Foundation
import Generation
import Loopback
import Providers
import Testing
import VendorStands

@testable import AccountService
@testable import Kinema

/// A take of a person without any vendor's key, made by the account service: both programs are real.
struct ServiceTakeTests {
    /// A home in which somebody is signed in.
    private struct Home {
        let path: String

        init(_ remote: RemoteProcess) throws {
            path = remote.server.directory + "/home"
            let state = path + "/.local/state"
            try FileManager.default.createDirectory(
                atPath: state,
                withIntermediateDirectories: true
            )
            let credentials: [String: Any] = [
                "server": remote.server.address, "email": "ada@example.org",
                "accessToken": remote.token, "refreshToken": remote.refreshToken,
                "expiresAt": 4_000_000_000_000,
            ]
            try JSONSerialization.data(withJSONObject: credentials)
                .write(to: URL(filePath: state + "/account.json"))
            chmod(state + "/account.json", 0o600)
        }

        init(path: String) { self.path = path }

        func run(_ arguments: String...) throws -> (code: Int32, output: String) {
            let pipe = Pipe()
            let process = Process()
            let executable = ServerProcess.executable.replacing("kinema-server", with: "kinema")
            process.executableURL = URL(filePath: executable)
            process.arguments = arguments
            var environment = ProcessInfo.processInfo.environment
                .filter { !$0.key.hasPrefix("LUMA") }
            environment["KINEMA_HOME"] = path
            process.environment = environment
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
            let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: data, as: UTF8.self))
        }
    }

    private static func film() throws -> Data {
        let directory = NSTemporaryDirectory() + "kinema-film-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let film = directory + "/film.mp4"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        let made = try Home(path: directory).run(
            "generate",
            "a boat",
            "--duration",
            "0.5",
            "--size",
            "160x90",
            "-o",
            film
        )
        #expect(made.code == 0, "\(made.output)")
        return try Data(contentsOf: URL(filePath: film))
    }

    @Test func `A take of the service's model becomes a film here, with no vendor's key about`()
        async throws
    {
        let remote = try RemoteProcess(result: try Self.film())
        try await remote.server.start("--vendors", remote.vendors)
        try await remote.enrol()
        let home = try Home(remote)
        let greeted = try home.run("providers", "test", "service")
        #expect(greeted.output.contains("1 model"), "\(greeted.output)")
        let output = home.path + "/lighthouse.mp4"
        let made = try home.run(
            "generate",
            "a lighthouse",
            "--model",
            "service/luma/ray-2",
            "--size",
            "160x90",
            "--duration",
            "5",
            "-o",
            output
        )
        #expect(made.code == 0, "\(made.output)")
        #expect(FileManager.default.fileExists(atPath: output))
        #expect(remote.stand.submissions == 1)
        let models = try home.run("providers", "models")
        #expect(models.output.contains("service/luma/ray-2"), "\(models.output)")
        let search = try FileManager.default.subpathsOfDirectory(atPath: home.path)
        for name in search {
            let data = FileManager.default.contents(atPath: home.path + "/" + name)
            #expect(data?.range(of: Data(remote.key.utf8)) == nil, "\(name)")
        }
        #expect(try home.run("logout").code == 0)
        let left = try home.run("providers", "models")
        #expect(left.output.contains("sign in with “kinema login”"), "\(left.output)")
    }

    @Test func `A picture that a shot starts from goes to the vendor through the service`()
        async throws
    {
        let remote = try RemoteProcess(vendor: "runway", result: try Self.film())
        try await remote.server.start("--vendors", remote.vendors)
        try await remote.enrol()
        let home = try Home(remote)
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let made = try home.run(
            "generate",
            "the rocket rises",
            "--image",
            root.appending(path: "Sources/Kinema/Demo/rocket.jpg").path,
            "--model",
            "service/runway/gen4.5",
            "--size",
            "160x90",
            "--duration",
            "5",
            "-o",
            home.path + "/rocket.mp4"
        )
        #expect(made.code == 0, "\(made.output)")
        #expect(remote.stand.submissions == 1)
        let submission = try #require(
            remote.stand.requests.first { remote.stand.stand.isSubmission($0) }
        )
        // The picture itself, and no address where it could be had.
        #expect(submission.text.contains("data:image"))
        #expect(submission.body.count > 10_000)
    }

    @Test func `Every model comes through the contract as it is, under the service's name`() throws
    {
        for model in ProviderTable.rows.flatMap(\.models) {
            let encoded = try JSONEncoder().encode(RemoteModel(model))
            let read = try JSONDecoder().decode(RemoteModel.self, from: encoded)
            let here = try #require(Model(read), "\(model.id)")
            #expect(here.id == "service/" + model.id)
            #expect(here.name == model.id)
            #expect(here.isOfAccount)
            #expect(here.abilities == model.abilities, "\(model.id)")
            #expect(here.tariff == model.tariff)
            #expect(here.product == model.product)
        }
    }
}
