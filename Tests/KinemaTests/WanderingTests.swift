import Editorial
import Foundation
import Glibc
import Testing

/// Somebody who presses, pastes, clicks and resizes without any sense, in the real program.
@Suite(.serialized)
struct WanderingTests {
    private static let isLong = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
    private static let steps = isLong ? 100_000 : 1200

    @Test func `No walk of keys, pointer, pastes and sizes breaks the program or its terminal`()
        throws
    {
        let program = try Program()
        defer {
            program.endWorkers()
            program.remove()
        }
        var wanderer = try Wanderer(program: program, seed: 4)
        for number in 1...Self.steps {
            try wanderer.step()
            // Films that nobody waits for would only take the time of what is tested.
            if number % 100 == 0 { program.endWorkers() }
            if number % 2000 == 0 { try wanderer.weigh() }
        }
        try wanderer.leave()
    }
}

private struct Wanderer {
    private let program: Program
    private var terminal: RawTerminal
    private var random: IdentifierSource
    /// What was sent last, to be told when something breaks.
    private var lately: [String] = []

    /// What a debug build may hold after however long a walk.
    private static let mostMegabytes = 400
    private static let mostFiles = 60

    init(program: Program, seed: UInt64) throws {
        self.program = program
        random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: 0))
        terminal = try RawTerminal(program, arguments: ["--graphics", "half"])
        try awaken()
    }

    mutating func step() throws {
        if number(0..<60) == 0 {
            let columns = number(0..<4) == 0 ? number(1..<12) : number(1..<501)
            let rows = number(0..<4) == 0 ? number(1..<6) : number(1..<201)
            terminal.resize(columns: columns, rows: rows)
            remember("\(columns)x\(rows)")
        } else {
            let input = input()
            remember(input)
            try terminal.send(input)
        }
        terminal.listen(milliseconds: number(0..<50) == 0 ? 30 : 0)
        try lookAfter()
    }

    /// Holds the program to what it may take up.
    func weigh() throws {
        #expect(terminal.memory < Self.mostMegabytes, "after \(lately.suffix(20))")
        #expect(terminal.openFiles < Self.mostFiles)
    }

    /// Leaves the program as a person in a hurry does, and looks at the terminal.
    mutating func leave() throws {
        kill(terminal.process, SIGTERM)
        let last = terminal
        try last.wait(for: "the program ended") { last.exitCode != nil }
        last.drain()
        #expect(last.exitCode == 143)
        try inspect()
    }

    /// Begins again when the walk led out, and wakes the program when it led to the shell.
    private mutating func lookAfter() throws {
        #expect(terminal.audit.strange == [], "after \(lately.suffix(20))")
        if terminal.state == "T" {
            terminal.listen(milliseconds: 20)
            #expect(terminal.isCooked, "stopped after \(lately.suffix(20))")
            kill(terminal.process, SIGCONT)
        }
        guard let code = terminal.exitCode else { return }
        terminal.drain()
        try #require(code == 0, "ended with \(code) after \(lately.suffix(30))")
        try inspect()
        terminal = try RawTerminal(program, arguments: ["--graphics", "half"])
        try awaken()
    }

    private func awaken() throws {
        try terminal.wait(for: "the editor is there") { terminal.audit.text.contains("NORMAL") }
    }

    private func inspect() throws {
        #expect(terminal.audit.strange == [], "after \(lately.suffix(20))")
        #expect(terminal.audit.isRestored, "left on: \(terminal.audit.modes.sorted())")
        #expect(terminal.isCooked, "after \(lately.suffix(20))")
    }

    private mutating func remember(_ input: String) {
        lately.append(input)
        if lately.count > 60 { lately.removeFirst(30) }
    }

    private mutating func input() -> String {
        switch number(0..<20) {
        case 0..<6: pick(Self.keys)
        case 6..<12: String(pick(Self.characters))
        case 12: "\u{1B}" + String(pick(Self.characters))
        case 13:
            String(pick(Array("\u{1}\u{2}\u{5}\u{6}\u{7}\u{B}\u{E}\u{F}\u{10}\u{15}\u{17}\u{1A}")))
        case 14: "\u{1B}[200~\(pick(Self.pastes))\u{1B}[201~"
        case 15:
            pick(["\u{1B}[I", "\u{1B}[O", "\u{1B}[97;5u", "\u{1B}[?62;4c", "\u{1B}[0n", "\u{1B}"])
        default: pointer()
        }
    }

    private mutating func pointer() -> String {
        let buttons = [0, 0, 0, 1, 2, 32, 32, 35, 64, 65]
        let column = number(1..<terminal.columns + 3)
        let row = number(1..<terminal.rows + 3)
        return "\u{1B}[<\(pick(buttons));\(column);\(row)\(pick(["M", "M", "m"]))"
    }

    private static let keys =
        ["A", "B", "C", "D", "H", "F", "Z", "1;5C", "1;2D", "3~", "5~", "6~", "15~", "1;3A"]
        .map { "\u{1B}[\($0)" } + ["P", "Q", "R", "S"].map { "\u{1B}O\($0)" }
        + ["\r", "\t", "\u{7F}", " ", "\u{1B}", "\r", "\t"]
    private static let characters = Array(
        "abcdefghijklmnopqrstuvwxyz0123456789@/:?[]{}<>.,;'\"!#$%^&*()_+-=~ABGIOPQRTUXYZé漢👩‍🚀"
    )
    private static let pastes = [
        "", "a paper boat", "two\nlines\r\n", String(repeating: "wave ", count: 3000),
        "\u{1B}]0;owned\u{7}", "\u{9B}2J", "\u{202E}gpj.exe",
        "e" + String(repeating: "\u{301}", count: 400),
        "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪", "/etc/passwd", "file:///no%20such.png",
    ]

    private mutating func pick<T>(_ choices: [T]) -> T { choices[number(0..<choices.count)] }

    private mutating func number(_ range: Range<Int>) -> Int {
        Int.random(in: range, using: &random)
    }
}
