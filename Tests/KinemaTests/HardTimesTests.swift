import Foundation
import Glibc
import Testing

/// What can be wrong with a home, each said in a sentence, and nothing lost.
struct HardTimesTests {
    private func database(_ program: Program) -> String {
        program.path(".local/share/kinema.db")
    }

    private func edit(_ program: Program, _ lines: String...) throws -> Outcome {
        let text = (lines + ["q"]).joined(separator: "\n")
        let script = program.path("script-\(UUID().uuidString)")
        try (text + "\n").write(toFile: script, atomically: true, encoding: .utf8)
        return try Outcome(
            running: "/bin/sh",
            ["-c", "'\(try Program.executable)' --plain < '\(script)'"],
            environment: program.environment,
            in: program.home
        )
    }

    @Test func `A damaged database is kept beside a recovered one, and that is said`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try edit(program, "rename the gantry").code == 0)
        let file = database(program)
        for ending in ["-wal", "-shm"] { unlink(file + ending) }
        try Data(repeating: 0x5a, count: 8192).write(to: URL(filePath: file))
        let outcome = try edit(program, "where")
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(outcome.output.contains("Mind: The database was damaged and nothing of it"))
        let kept = try #require(program.file(named: "kinema.db.damaged-"))
        #expect(try Data(contentsOf: URL(filePath: kept)).count == 8192)
        #expect(try edit(program, "where").output.contains("damaged") == false)
    }

    @Test func `A database of a newer version is left as it is`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try edit(program).code == 0)
        let file = database(program)
        _ = try Outcome.tool(
            "sqlite3",
            file,
            "INSERT INTO schema_migration (name) VALUES ('later');"
        )
        let outcome = try edit(program)
        #expect(outcome.code == 1)
        #expect(outcome.complaint.contains("update Kinema to open it"))
        #expect(program.file(named: "kinema.db.damaged-") == nil)
    }

    @Test func `Two editors on one project see what the other does, and lose nothing`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try edit(program).code == 0)
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press(":")
        try screen.type("rename from the")
        #expect(try edit(program, "rename seen from lines").code == 0)
        try screen.wait(for: "seen from lines")
        try screen.type(" screen")
        try screen.press("Enter")
        try screen.wait(for: "from the screen")
        try screen.press("u")
        try screen.wait(for: "seen from lines")
        try screen.press("q", "q")
        try screen.wait(for: "[ended 0]")
        let names = try Outcome.tool("sqlite3", database(program), "SELECT name FROM shot;")
        #expect(names.split(separator: "\n") == ["seen from lines"])
    }
}
