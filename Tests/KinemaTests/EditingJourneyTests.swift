import Foundation
import Glibc
import Testing

/// An evening of editing, in the real program, in a real terminal.
@Suite(.serialized)
struct EditingJourneyTests {
    private func opened(_ program: Program, columns: Int = 120, rows: Int = 36) throws -> TmuxScreen
    {
        let screen = try TmuxScreen(program, columns: columns, rows: rows)
        try screen.wait(for: "Dolly In")
        return screen
    }

    @Test func `A shot is split, trimmed and joined to the next by a dissolve`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try opened(program)
        try screen.press("F4", ":")
        try screen.type("goto 48")
        try screen.press("Enter", "S")
        try screen.wait(for: "shot 2 of 2")
        try screen.press("t", "j", "Enter")
        try screen.wait(for: "dissolve")
        try screen.press(":")
        try screen.type("goto 100")
        try screen.press("Enter", "]")
        try screen.wait(for: "of 120 frames")
        try screen.press("u", "u", "u")
        try screen.wait(for: "shot 1 of 1")
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func `The camera is moved by hand, kept, and its keys are edited`(
        columns: Int,
        rows: Int
    ) throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try opened(program, columns: columns, rows: rows)
        try screen.press("c")
        try screen.wait(for: "CAMERA")
        try screen.press("End")
        try screen.press("8", "l", "9", "+")
        try screen.wait(for: "orbit")
        try screen.press("Enter")
        try screen.wait(for: "Key at frame 119")
        // An escape and a key at once would be that key with alt.
        try screen.press("Escape")
        try screen.wait(for: "NORMAL")
        try screen.press("K")
        try screen.wait(for: "KEYFRAME")
        try screen.press("e")
        try screen.wait(for: "heavy")
        try screen.press("Escape")
        try screen.wait(for: "NORMAL")
    }

    @Test func `The prompt is edited elsewhere, by a program that all signals reach`() throws {
        let program = try Program()
        defer { program.remove() }
        let elsewhere = program.path("elsewhere.sh")
        try """
        trap : INT
        grep SigBlk /proc/self/status > '\(program.path("mask"))'
        kill -INT 0
        printf 'a paper boat' > "$1"
        """.write(toFile: elsewhere, atomically: true, encoding: .utf8)
        let screen = try TmuxScreen(
            program,
            terminal: ["COLORTERM": "truecolor", "EDITOR": "sh \(elsewhere)"]
        )
        try screen.wait(for: "Dolly In")
        try screen.press("C-e")
        try screen.wait(for: "a paper boat")
        let mask = try String(contentsOfFile: program.path("mask"), encoding: .utf8)
        #expect(mask.hasSuffix("0000000000000000\n"))
        try screen.press("q", "q")
        try screen.wait(for: "[ended 0]")
    }

    @Test func `An editor that was opened from here goes on when both are stopped and go on`()
        throws
    {
        let program = try Program()
        defer { program.remove() }
        let elsewhere = program.path("elsewhere.sh")
        // It stops its whole group, as ctrl-z does, and says what it was sent back.
        try """
        trap 'touch "\(program.path("went-on"))"' CONT
        touch '\(program.path("open"))'
        kill -STOP $$
        printf 'a boat that waited' > "$1"
        """.write(toFile: elsewhere, atomically: true, encoding: .utf8)
        let screen = try TmuxScreen(
            program,
            terminal: ["COLORTERM": "truecolor", "EDITOR": "sh \(elsewhere)"]
        )
        try screen.wait(for: "Dolly In")
        let editor = try screen.processIdentifier()
        try screen.press("C-e")
        try eventually("the other is stopped") {
            FileManager.default.fileExists(atPath: program.path("open"))
                && (try? Outcome.tool("pgrep", "-r", "T", "-f", elsewhere))?.isEmpty == false
        }
        kill(editor, SIGCONT)
        try screen.wait(for: "a boat that waited")
        #expect(FileManager.default.fileExists(atPath: program.path("went-on")))
        try screen.press("q", "q")
        try screen.wait(for: "[ended 0]")
    }

    @Test func `A preset is made from the camera, and is there the next time`() throws {
        let program = try Program()
        defer { program.remove() }
        do {
            let screen = try opened(program)
            try screen.press("c", "End", "9", "+", "Enter", "p")
            try screen.wait(for: "Name of the preset")
            try screen.type("Slow Push")
            try screen.press("Enter")
            try screen.wait(for: "one of your presets now")
            try screen.press("Escape")
            try screen.wait(for: "NORMAL")
            try screen.press("q", "q")
            try screen.wait(for: "[ended 0]")
        }
        let listed = try program.run("presets")
        #expect(listed.output.contains("slow-push"))
    }

    @Test func `A second project is made, opened, and left for the first again`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try opened(program)
        try screen.press("C-n")
        try screen.wait(for: "open now")
        try screen.press("n")
        try screen.wait(for: "Story in three")
        try screen.press("j", "Enter")
        try screen.wait(for: "shot 1 of 3")
        try screen.press("C-n")
        try screen.wait(for: "Launch at dawn")
        try screen.press("j", "Enter")
        try screen.wait(for: "shot 1 of 1")
    }

    @Test func `Lines from outside are entered as the editor opens`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(
            program,
            arguments: ["edit", "--cmd", "rename the gantry", "--cmd", "shot.duplicate"]
        )
        try screen.wait(for: "the gantry 2")
    }

    /// Kills at other moments each time; what is older than a second is there again.
    @Test(arguments: 0..<Program.editingKills)
    func `An editor that is killed while somebody writes loses less than a second`(
        round: Int
    ) throws {
        let program = try Program()
        defer { program.remove() }
        do {
            let screen = try opened(program)
            try screen.press("F3", "Enter")
            try screen.type("kept-\(round) ")
            try screen.wait(for: "kept-\(round)")
            Thread.sleep(forTimeInterval: 1)
            try screen.type("perhaps lost")
            Thread.sleep(forTimeInterval: 0.013 * Double(round % 40))
            kill(try screen.processIdentifier(), SIGKILL)
            try screen.wait(for: "[ended 137]")
        }
        let again = try opened(program)
        try again.wait(for: "kept-\(round)")
    }
}

extension Program {
    /// How many kills while editing: two, or a thousand where time does not matter.
    static var editingKills: Int {
        ProcessInfo.processInfo.environment["KINEMA_SOAK"] == nil ? 2 : 1000
    }
}
