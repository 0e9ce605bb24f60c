import Foundation
import Testing

/// What a start loads of the hundred and fifty libraries behind pictures and the network.
struct LateBindingTests {
    @Test func `What needs no picture loads neither libav nor libcurl`() throws {
        let loaded = try libraries(of: ["presets", "list"])
        #expect(loaded.contains { $0.contains("libsqlite3") }, "The loader said nothing.")
        let late = ["libavutil", "libavcodec", "libavformat", "libswscale", "libcurl"]
        #expect(loaded.filter { line in late.contains { line.contains($0) } } == [])
    }

    @Test func `A picture loads libav when it is read`() throws {
        let loaded = try libraries(of: ["probe", Program.photograph])
        for library in ["libavutil", "libavcodec", "libavformat"] {
            #expect(loaded.contains { $0.contains(library) })
        }
        #expect(!loaded.contains { $0.contains("libcurl") })
    }

    /// The lines in which the loader says what it starts, of a run that must go well.
    private func libraries(of arguments: [String]) throws -> [String] {
        let program = try Program()
        defer { program.remove() }
        var environment = program.environment
        environment["LD_DEBUG"] = "files"
        let outcome = try Outcome(
            running: Program.executable,
            arguments,
            environment: environment,
            in: program.home
        )
        #expect(outcome.code == 0, "\(outcome.complaint.suffix(500))")
        return outcome.complaint.split(separator: "\n").map(String.init)
            .filter { $0.contains("calling init: ") }
    }
}
