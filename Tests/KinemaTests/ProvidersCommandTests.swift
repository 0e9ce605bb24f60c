import Foundation
import Testing

/// The services as the command line and the worker meet them.
struct ProvidersCommandTests {
    @Test func `Settings that cannot be read keep no worker from its work`() throws {
        let program = try Program()
        defer { program.remove() }
        let settings = program.path(".config/providers.yaml")
        try FileManager.default.createDirectory(
            atPath: program.path(".config"),
            withIntermediateDirectories: true
        )
        try Data("runway:\n  address: [\n".utf8).write(to: URL(filePath: settings))
        let worker = try program.run("worker", "--idle", "0")
        #expect(worker.code == 0)
        #expect(worker.complaint.contains("providers.yaml"))
        #expect(worker.complaint.contains("No service can be asked"))
    }
}
