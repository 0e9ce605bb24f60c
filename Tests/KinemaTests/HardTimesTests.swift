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

    /// Runs a shell script with a mount table of its own.
    private func alone(_ program: Program, _ script: String) throws -> Outcome {
        try Outcome(
            running: "/usr/bin/env",
            [
                "unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh",
                program.home.path, try Program.executable,
            ],
            environment: program.environment,
            in: URL(filePath: "/")
        )
    }

    @Test func `A full disk is said, leaving waits for it, and what was saved is whole`() throws {
        let program = try Program()
        defer { program.remove() }
        // The first q is held back, because what was done last would be lost by it, and so is
        // the one after something else was done.
        let outcome = try alone(
            program,
            """
            set -e
            mkdir "$1/small"
            mount -t tmpfs -o size=12m none "$1/small"
            export KINEMA_HOME="$1/small"
            printf 'rename the gantry\nq\n' | "$2" --plain
            (
                printf 'rename the lost one\n'
                dd if=/dev/zero of="$1/small/fill" bs=4k 2>/dev/null || true
                for line in $(seq 40); do printf 'prompt %0200d\n' "$line"; done
                printf 'q\nrename the later one\nq\nq\n'
            ) | "$2" --plain || echo "code $?"
            rm "$1/small/fill"
            printf 'where\nq\n' | "$2" --plain
            sqlite3 "$1/small/.local/share/kinema.db" 'PRAGMA integrity_check;'
            """
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        let said = outcome.output
        #expect(said.contains("The disk is full"), "\(said)")
        #expect(said.ranges(of: "Say q again").count == 2, "\(said)")
        #expect(said.contains("code 1"), "\(said)")
        #expect(said.hasSuffix("ok\n"), "\(said)")
        #expect(said.contains("shot 1 of 1, “the "), "\(said)")
    }

    @Test func `Room that is made in time saves what was done while there was none`() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try alone(
            program,
            """
            set -e
            mkdir "$1/small"
            mount -t tmpfs -o size=12m none "$1/small"
            export KINEMA_HOME="$1/small"
            printf 'q\n' | "$2" --plain >/dev/null
            (
                dd if=/dev/zero of="$1/small/fill" bs=4k 2>/dev/null || true
                for line in $(seq 40); do printf 'prompt %0200d\n' "$line"; done
                printf 'rename the kept one\nq\n'
                # It is said now that this is not saved; and only then there is room again.
                for wait in $(seq 6000); do grep -q 'not saved' "$1/said" && break; sleep 0.1; done
                rm "$1/small/fill"
                printf 'q\n'
            ) | "$2" --plain >"$1/said"
            sqlite3 "$1/small/.local/share/kinema.db" 'SELECT name FROM shot;'
            """
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(outcome.output == "the kept one\n")
    }

    @Test func `A home that cannot be written is said, with what to do about it`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try edit(program, "rename the gantry").code == 0)
        let before = try Data(contentsOf: URL(filePath: database(program)))
        let outcome = try alone(
            program,
            """
            mount --bind "$1" "$1"
            mount -o remount,bind,ro "$1"
            printf 'rename never\nq\n' | "$2" --plain
            echo "code $?"
            """
        )
        let said = outcome.output + outcome.complaint
        #expect(!said.contains("code 0"), "\(said)")
        #expect(said.contains("permissions") || said.contains("read-only"), "\(said)")
        #expect(!said.contains("Fatal"))
        #expect(try Data(contentsOf: URL(filePath: database(program))) == before)
        #expect(try edit(program, "where").output.contains("the gantry"))
    }
}
