import Foundation
import Testing

/// The program in a real terminal multiplexer: keys in, screen out.
final class TmuxScreen {
    private let socket = "kinema-\(UUID().uuidString.prefix(8))"
    private let program: Program

    init(
        _ program: Program,
        columns: Int = 120,
        rows: Int = 36,
        arguments: [String] = [],
        terminal: [String: String] = ["COLORTERM": "truecolor"]
    ) throws {
        self.program = program
        var environment = program.environment
        for (name, value) in terminal { environment[name] = value }
        let exports = ["KINEMA_HOME", "LC_ALL", "COLORTERM", "NO_COLOR", "EDITOR"].compactMap {
            name in
            environment[name].map { "export \(name)='\($0)';" }
        }.joined(separator: " ")
        let words = [try Program.executable] + arguments
        let command = words.map { "'\($0)'" }.joined(separator: " ")
        try tmux(
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "\(columns)",
            "-y",
            "\(rows)",
            "\(exports) cd '\(program.home.path)'; \(command); echo \"[ended $?]\"; exec sh"
        )
    }

    deinit {
        _ = try? Outcome(running: "/usr/bin/env", ["tmux", "-L", socket, "kill-server"])
    }

    /// Presses keys, spelled as tmux does: `Enter`, `C-g`, `Escape`, `F1`, `g`.
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", key) }
    }

    func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

    func paste(_ text: String) throws {
        try tmux("set-buffer", "--", text)
        try tmux("paste-buffer", "-p")
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    /// The text that is on the screen.
    func text() throws -> String { try tmux("capture-pane", "-p") }

    /// The screen with its colours.
    func colours() throws -> String { try tmux("capture-pane", "-p", "-e") }

    /// Waits until the screen shows something.
    @discardableResult
    func wait(for expected: String, within seconds: Double = 120) throws -> String {
        var last = ""
        let deadline = Date(timeIntervalSinceNow: seconds)
        repeat {
            last = try text()
            if last.contains(expected) { return last }
            Thread.sleep(forTimeInterval: 0.05)
        } while Date() < deadline
        try #require(last.contains(expected), "“\(expected)” never came; the screen is:\n\(last)")
        return last
    }

    /// The process of the program itself.
    func processIdentifier() throws -> Int32 {
        let shell = try tmux("list-panes", "-F", "#{pane_pid}")
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let children = try Outcome.tool("pgrep", "-P", shell)
        let first = try #require(children.split(separator: "\n").first)
        return try #require(Int32(first))
    }

    /// Closes the terminal, as its window’s cross or a line that drops does.
    func close() throws { try tmux("kill-server") }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        let outcome = try Outcome(
            running: "/usr/bin/env",
            ["tmux", "-L", socket] + arguments,
            environment: program.environment
        )
        try #require(
            outcome.code == 0,
            "tmux \(arguments.first ?? "") failed: \(outcome.complaint)"
        )
        return outcome.output
    }
}
