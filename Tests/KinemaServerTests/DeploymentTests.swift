import Foundation
import Testing

@testable import KinemaServer

/// The unit and the container by which the service is run, as far as they can be held against it here.
struct DeploymentTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/KinemaServer/Deployment")

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    }

    /// Runs a program of the system.
    private func run(_ words: String...) throws -> (code: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test func `systemd takes the unit, and finds the service well shut in`() throws {
        let directory = NSTemporaryDirectory() + "unit-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let unit = try text("kinema-server.service")
        #expect(unit.contains("ExecStart=/usr/local/bin/kinema-server serve\n"))
        let path = directory + "/kinema-server.service"
        try unit.replacing("/usr/local/bin/kinema-server", with: ServerProcess.executable)
            .write(toFile: path, atomically: true, encoding: .utf8)
        let verified = try run("systemd-analyze", "verify", path)
        #expect(verified.code == 0 && verified.output.isEmpty, "\(verified.output)")
        // Out of a hundred, where nothing is the best.
        let judged = try run(
            "systemd-analyze",
            "security",
            "--no-pager",
            "--offline=true",
            "--threshold=20",
            path
        )
        #expect(judged.code == 0, "\(judged.output.suffix(500))")
    }

    @Test func `The container has every library that the program is linked to or loads`() throws {
        let linked = try run("readelf", "-d", ServerProcess.executable).output
            .matches(of: /\(NEEDED\).*\[(.+)\]/).map { String($0.1) }
        #expect(linked.contains { $0.hasPrefix("libsqlite3") })
        let places = try run("ldd", ServerProcess.executable).output
            .matches(of: /(\S+) => (\/\S+)/)
        let container = try text("Containerfile")
        // What every Debian has; Swift's own are within the program as it is shipped.
        let everywhere = ["libc6", "libgcc-s1", "libstdc++6"]
        for library in linked {
            guard let place = places.first(where: { $0.1 == library })?.2,
                !place.contains("swift")
            else { continue }
            let path = URL(filePath: String(place)).resolvingSymlinksInPath().path
            // A directory may be known by its name before or after the two were merged.
            let names = [path, "/usr" + path, String(path.trimmingPrefix("/usr"))]
            let owner = try names.lazy.compactMap { name -> Substring? in
                let answer = try run("dpkg-query", "-S", name)
                return answer.code == 0 ? answer.output.prefix { $0 != ":" } : nil
            }.first
            let package = try #require(owner.map(String.init), "\(library) is nobody's.")
            #expect(
                everywhere.contains(package) || container.contains(" \(package) ")
                    || container.contains(" \(package)\n"),
                "\(library) is in \(package)"
            )
        }
        #expect(container.contains("libcurl4"))
    }

    @Test func `What they set are settings of the program, and the port is the one it listens on`()
        throws
    {
        let known = Set(ServerSetting.table.map(\.variable))
        for name in ["Containerfile", "kinema-server.service"] {
            let set = try text(name).matches(of: /(KINEMA_SERVER_[A-Z_]+)=/).map { String($0.1) }
            #expect(!set.isEmpty)
            for variable in set { #expect(known.contains(variable), "\(variable)") }
        }
        let container = try text("Containerfile")
        #expect(container.contains("EXPOSE 8480\n"))
        #expect(container.contains("KINEMA_SERVER_LISTEN=0.0.0.0:8480\n"))
        // Whoever runs it may do little, and it keeps its things where they last.
        #expect(container.contains("\nUSER kinema\nVOLUME /var/lib/kinema-server\n"))
        #expect(try text("kinema-server.service").contains("StateDirectory=kinema-server\n"))
    }
}
