import Foundation
import Glibc
import Testing

/// Whatever comes from outside may be an attack on the terminal; what the real program writes is
/// looked at byte by byte.
@Suite(.serialized)
struct HostileOutputTests {
    /// Commands in 7 and 8 bits, overrides of direction, and bytes that are no UTF-8.
    static let corpus: [[UInt8]] =
        [
            "\u{1B}]0;owned\u{7}", "\u{1B}[2J\u{1B}[31mowned", "\u{1B}P+q6f776e6564\u{1B}\\",
            "\u{1B}_Gowned\u{1B}\\", "\u{1B}]52;c;b3duZWQ=\u{7}", "\u{1B}c\u{1B}#8",
            "\u{9B}31mowned\u{9C}", "\u{90}owned\u{9C}", "\u{9D}0;owned\u{9C}", "a\u{8}\rb\u{B}",
            "safe\u{202E}gpj.exe", "\u{2066}owned\u{2069}\u{200F}", "\u{E0001}\u{FEFF}\u{2028}",
            "e" + String(repeating: "\u{301}", count: 300), "\u{18}\u{1A}\u{E}\u{F}\u{7F}",
        ].map { Array($0.utf8) }
        + [
            [0x1B, 0x5B, 0xFF, 0xFE, 0x41], [0xC2, 0x1B, 0x5B, 0x41], [0xC0, 0x9B, 0x41],
            [0xED, 0xA0, 0x9B], [0xE2, 0x82, 0x1B, 0x5D, 0x30], [0x9B, 0x32, 0x4A],
        ]

    @Test func `Names, prompts and a server's messages never become commands`() throws {
        let program = try Program()
        defer {
            program.endWorkers()
            program.remove()
        }
        try makeTake(in: program)
        let taint = corpusText
        try poison(program, with: taint)
        let screen = try RawTerminal(program, arguments: ["--graphics", "half"])
        try screen.wait(for: "the editor is there") { screen.audit.text.contains("NORMAL") }
        let keys = [
            "\u{1B}OP", "j", "\u{1B}OQ", "\u{1B}OR", "\u{1B}OS", "j", "\r", "\u{1B}", "?", "\u{1B}",
            "\u{10}", "\u{1B}", ":", "messages\r", "\u{1B}", "\u{1B}OR", "i",
            "\u{1B}[200~\(taint)\u{1B}[201~", "\u{1B}", "\u{1B}OS", "x", "r",
        ]
        for key in keys {
            try screen.send(key)
            screen.listen(milliseconds: 150)
        }
        kill(screen.process, SIGTERM)
        try screen.wait(for: "it ended") { screen.exitCode != nil }
        #expect(screen.audit.strange == [])
        #expect(screen.audit.text.contains("poisoned"), "The names were not shown.")
        #expect(screen.audit.strings.contains { $0.hasPrefix("2;") && $0.contains("poisoned") })
        #expect(!screen.audit.strings.contains { $0.hasPrefix("0;") || $0.hasPrefix("52;") })
        #expect(screen.audit.isRestored)
    }

    @Test(arguments: corpus.indices)
    func `A file's name and what is in it are told harmlessly`(number: Int) throws {
        let program = try Program()
        defer { program.remove() }
        // A name holds neither a slash nor a zero, and no more than 255 bytes.
        let whole = String(decoding: Self.corpus[number], as: UTF8.self)
        let name = String(decoding: whole.replacing("/", with: "_").utf8.prefix(200), as: UTF8.self)
        let yaml = "\(number).yaml"
        let configuration = program.home.appending(path: ".config/kinema")
        try FileManager.default.createDirectory(
            at: configuration,
            withIntermediateDirectories: true
        )
        let lines = Array("normal:\n  \"".utf8) + Self.corpus[number] + Array("\": owned\n".utf8)
        for file in [
            program.home.appending(path: yaml), configuration.appending(path: "keymap.yaml"),
        ] {
            try Data(lines).write(to: file)
        }
        try FileManager.default.copyItem(
            atPath: Program.photograph,
            toPath: program.path("\(name).jpg")
        )
        for arguments in [
            ["probe", "\(name).jpg"], ["probe", "\(name).mp4"], ["play", "\(name).jpg"],
            ["presets", "check", yaml], ["keys"], [name],
        ] {
            let outcome = try Outcome(
                running: try Program.executable,
                arguments,
                environment: program.environment,
                in: program.home
            )
            var audit = OutputAudit()
            audit.read(outcome.output.utf8)
            audit.read(outcome.complaint.utf8)
            // The end of a text is looked at when something follows.
            audit.read([0x0A])
            #expect(audit.strange == [], "\(arguments)")
            #expect(audit.strings == [], "\(arguments)")
        }
    }

    private var corpusText: String {
        "poisoned " + Self.corpus.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    /// Lets the program make a project with one take.
    private func makeTake(in program: Program) throws {
        let screen = try RawTerminal(program, arguments: ["--graphics", "none"])
        try screen.wait(for: "the editor is there") { screen.audit.text.contains("NORMAL") }
        try screen.send("\u{7}")
        try screen.wait(for: "there is a take") { screen.audit.text.contains("Take 1") }
        kill(screen.process, SIGTERM)
        try screen.wait(for: "it ended") { screen.exitCode != nil }
        program.endWorkers()
    }

    /// Puts the worst into every text that the workspace holds.
    private func poison(_ program: Program, with taint: String) throws {
        let script = """
            import glob, json, sqlite3, sys
            taint = bytes.fromhex(sys.argv[2]).decode("utf-8")
            raw = b"poisoned \\x9b2J\\xff\\xc0\\x9b"
            file = glob.glob(sys.argv[1] + "/**/kinema.db", recursive=True, include_hidden=True)[0]
            database = sqlite3.connect(file)
            database.execute("UPDATE project SET name = ?", (taint,))
            database.execute("UPDATE shot SET name = CAST(? AS TEXT)", (raw,))
            database.execute("UPDATE asset SET name = ?", (taint,))
            for table in ("shot", "take"):
                for key, text in database.execute(f"SELECT rowid, draft FROM {table}").fetchall():
                    draft = json.loads(text)
                    draft["prompt"] = taint
                    sql = f"UPDATE {table} SET draft = ? WHERE rowid = ?"
                    database.execute(sql, (json.dumps(draft), key))
            database.execute(
                "UPDATE job SET state = 'failed', lease_owner = NULL, error = ?, progress_note = ?",
                (taint, taint))
            database.commit()
            """
        let hex = taint.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let outcome = try Outcome(
            running: "/usr/bin/env",
            ["python3", "-c", script, program.home.path, hex]
        )
        try #require(outcome.code == 0, "\(outcome.complaint)")
    }
}
