import Foundation
import Testing

/// What a person does, in the real program, in a real terminal.
@Suite(.serialized)
struct JourneyTests {
    @Test func `A newcomer sees the three panels, the timeline and the demo picture`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        let text = try screen.wait(for: "Dolly In")
        for title in ["Presets", "Preview", "Prompt", "Timeline", "Launch at dawn", "Generate"] {
            #expect(text.contains(title), "\(title) is missing:\n\(text)")
        }
        try eventually("the picture is in colour") {
            try screen.colours().components(separatedBy: "48;2;").count > 200
        }
    }

    @Test func `Generate goes step by step to a film that any player opens`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press("C-g")
        try screen.wait(for: "Take 1")
        let film = try finishedFilm(of: program)
        #expect(
            try FilmFacts(of: film)
                == FilmFacts(frames: 120, rate: "24/1", width: 1280, height: 720)
        )
        try screen.press("q", "q")
        try screen.wait(for: "[ended 0]")
    }

    @Test func `Closing the editor does not stop the render`() throws {
        let program = try Program()
        defer { program.remove() }
        do {
            let screen = try TmuxScreen(program)
            try screen.wait(for: "Dolly In")
            try screen.press("C-g")
            try screen.wait(for: "Take 1")
            // What is on the disk has its worker from that very moment.
            try eventually("the take is written down") {
                try database(of: program, "SELECT count(*) FROM take") == "1"
            }
            kill(try screen.processIdentifier(), SIGKILL)
            try screen.wait(for: "[ended 137]")
        }
        _ = try finishedFilm(of: program)
        let again = try TmuxScreen(program)
        try again.wait(for: "Take 1")
    }

    @Test func `Closing the terminal does not stop the render`() throws {
        let program = try Program()
        defer { program.remove() }
        do {
            let screen = try TmuxScreen(program)
            try screen.wait(for: "Dolly In")
            try screen.press("C-g")
            let worker = try runningWorker(of: program)
            let editor = try screen.processIdentifier()
            try screen.close()
            try eventually("the editor is gone") { kill(editor, 0) != 0 }
            #expect(kill(worker, 0) == 0, "The worker went with the terminal.")
        }
        _ = try finishedFilm(of: program)
        let again = try TmuxScreen(program)
        let text = try again.wait(for: "Take 1")
        #expect(!text.contains("cancelled"), "\(text)")
    }

    @Test(arguments: 0..<Program.killRounds)
    func `A worker that is killed at any moment is replaced, and the film is whole`(
        round: Int
    ) throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press("C-g")
        let worker = try runningWorker(of: program)
        // Every round strikes a little later in the render.
        Thread.sleep(forTimeInterval: 0.15 * Double(round))
        kill(worker, SIGKILL)
        let film = try finishedFilm(of: program)
        #expect(try FilmFacts(of: film).frames == 120)
    }

    @Test func `Help is made from the keymap and goes away again`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press("?")
        try screen.wait(for: "Keys")
        try screen.press("Escape")
        try eventually("the help is gone") { try !screen.text().contains("All panels") }
    }

    @Test func `The screen follows its size down to 80 by 24 and back`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.resize(columns: 80, rows: 24)
        try eventually("80 by 24 is drawn") {
            let lines = try screen.text().split(separator: "\n", omittingEmptySubsequences: false)
            return lines.count >= 24 && lines[23].contains("NORMAL")
        }
        try screen.resize(columns: 160, rows: 45)
        try eventually("160 by 45 is drawn") {
            let lines = try screen.text().split(separator: "\n", omittingEmptySubsequences: false)
            return lines.count >= 45 && lines[44].contains("NORMAL")
        }
    }

    @Test func `A pasted novel is text, and nothing of it reaches the terminal`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press("F3", "Enter")
        try screen.paste(String(repeating: "Call me Ishmael. \u{1B}]0;owned\u{7} ", count: 400))
        try screen.wait(for: "Ishmael")
        try screen.wait(for: "10 000")
        try screen.press("Escape")
        try screen.wait(for: "NORMAL")
        try screen.press("q", "q")
        try screen.wait(for: "[ended 0]")
    }

    @Test func `A stopped editor gives the terminal back and takes it again`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        let editor = try screen.processIdentifier()
        kill(editor, SIGTERM)
        try screen.wait(for: "[ended 143]")
        // What is typed is not yet what was said.
        try screen.type("stty -a; echo ba\"\"ck")
        try screen.press("Enter")
        let text = try screen.wait(for: "back")
        #expect(text.contains(" echo"), "The terminal does not echo:\n\(text)")
        #expect(text.contains(" icanon"), "The terminal is still raw:\n\(text)")
    }

    @Test func `An editor that crashes leaves a terminal that can be used`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        kill(try screen.processIdentifier(), SIGSEGV)
        try screen.wait(for: "[ended 139]")
        // What is typed is not yet what was said.
        try screen.type("stty -a; echo ba\"\"ck")
        try screen.press("Enter")
        let text = try screen.wait(for: "back")
        #expect(text.contains(" icanon"), "The terminal is still raw:\n\(text)")
        #expect(!text.contains("Presets"), "The editor is still on the screen:\n\(text)")
    }

    @Test func `An editor that was stopped comes back as it was`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        let editor = try screen.processIdentifier()
        kill(editor, SIGTSTP)
        try eventually("it stopped") { try state(of: editor) == "T" }
        try eventually("the screen is the shell's") { try !screen.text().contains("Presets") }
        kill(editor, SIGCONT)
        try screen.wait(for: "Dolly In")
        try screen.press("q", "q")
        try screen.wait(for: "[ended 0]")
    }

    @Test func `An edit is undone, and the rest is there again after a restart`() throws {
        let program = try Program()
        defer { program.remove() }
        do {
            let screen = try TmuxScreen(program)
            try screen.wait(for: "Dolly In")
            try screen.press("F3", "i")
            try screen.wait(for: "INSERT")
            try screen.type("zebra ")
            try screen.wait(for: "zebra")
            try screen.press("Escape")
            try screen.wait(for: "NORMAL")
            try screen.press("q", "q")
            try screen.wait(for: "[ended 0]")
        }
        let again = try TmuxScreen(program)
        try again.wait(for: "zebra")
        try again.press("u")
        try eventually("the word is gone") { try !again.text().contains("zebra") }
    }

    @Test func `A render is cancelled, and says so`() throws {
        let program = try Program()
        defer { program.remove() }
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press("C-g")
        _ = try runningWorker(of: program)
        try screen.press("F4", "x")
        try screen.wait(for: "cancelled")
        try eventually("no job is left") {
            try database(
                of: program,
                "SELECT count(*) FROM job WHERE state IN ('running', 'available', 'waiting')"
            ) == "0"
        }
    }

    /// The state letter of a process, such as `T` for stopped.
    private func state(of process: Int32) throws -> String {
        let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ")
        return fields.count > 1 ? String(fields[1]) : ""
    }

    /// Waits for the film of the first take, and returns a copy of it.
    private static let unfinishedSteps = """
        SELECT count(*) FROM take_step JOIN job ON job.id = take_step.job
        WHERE job.state <> 'completed'
        """

    private func finishedFilm(of program: Program) throws -> String {
        try eventually("the take has its film", within: 240) {
            try database(of: program, "SELECT count(*) FROM take WHERE film IS NOT NULL") == "1"
                && database(of: program, Self.unfinishedSteps) == "0"
        }
        let digest = try database(of: program, "SELECT film FROM take LIMIT 1")
        let path = program.file(named: String(digest.dropFirst(2)))
        return try #require(path, "The film \(digest) is not in the store.")
    }

    private func runningWorker(of program: Program) throws -> Int32 {
        var found: Int32?
        try eventually("a worker renders") {
            guard
                try database(of: program, "SELECT count(*) > 0 FROM job WHERE state = 'running'")
                    == "1"
            else { return false }
            let workers = try Outcome(running: "/usr/bin/env", ["pgrep", "-f", "kinema worker"])
            for line in workers.output.split(separator: "\n") {
                let path = "/proc/\(line)/environ"
                let variables = FileManager.default.contents(atPath: path) ?? Data()
                if variables.range(of: Data("KINEMA_HOME=\(program.home.path)".utf8)) != nil {
                    found = Int32(line)
                }
            }
            return found != nil
        }
        return try #require(found)
    }

    /// Asks the workspace's database, as a stranger would.
    private func database(of program: Program, _ query: String) throws -> String {
        guard let file = program.file(named: "kinema.db") else { return "" }
        let script = """
            import sqlite3, sys
            rows = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True).execute(sys.argv[2])
            print("\\n".join(str(row[0]) for row in rows))
            """
        let outcome = try Outcome(
            running: "/usr/bin/env",
            ["python3", "-c", script, file, query]
        )
        // A table that is not there yet has nothing to say.
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
