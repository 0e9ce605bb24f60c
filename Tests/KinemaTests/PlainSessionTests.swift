import Foundation
import Glibc
import Testing

/// Kinema without a screen: as lines, and from another program.
struct PlainSessionTests {
    @Test func `A film is made in a session of lines, with no control character`() throws {
        let program = try Program()
        defer {
            program.endWorkers()
            program.remove()
        }
        let script = program.path("script")
        let film = program.path("film.mp4")
        try """
        prompt a paper boat on still water
        size.choose
        1
        duration 0.5
        nonsense
        where
        take.generate
        wait
        take \(film)
        export \(program.path("whole.mp4"))
        wait
        q
        """.write(toFile: script, atomically: true, encoding: .utf8)
        let outcome = try Outcome(
            running: "/bin/sh",
            ["-c", "'\(try Program.executable)' --plain < '\(script)'"],
            environment: program.environment,
            in: program.home
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains("Prompt: a paper boat on still water"))
        #expect(lines.contains { $0.hasPrefix("Mind: No command is called “nonsense”") })
        #expect(lines.contains("Take 1 is queued."))
        #expect(lines.contains("Take 1 is done."))
        #expect(lines.last == "Everything is saved.")
        let controls = outcome.output.unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
        }
        #expect(controls.isEmpty)
        #expect(FileManager.default.fileExists(atPath: program.path("whole.mp4")))
    }

    @Test func `Another program enters lines into a running editor`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("tell", "seed 7").code == 1)
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        let told = try program.run("tell", "rename the gantry", "seed 7")
        #expect(told.code == 0, "\(told.complaint)")
        try screen.wait(for: "the gantry")
        let refused = try program.run("tell", "--json", "seed x")
        #expect(refused.code == 1)
        #expect(refused.output.contains("\"ok\":false"))
        let state = try program.run("tell")
        #expect(state.output.contains("“the gantry”"))
        var facts = stat()
        #expect(stat(program.path(".local/state/editor.sock"), &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
        try screen.press("q", "q")
        try screen.wait(for: "[ended 0]")
        #expect(access(program.path(".local/state/editor.sock"), F_OK) != 0)
    }
}
