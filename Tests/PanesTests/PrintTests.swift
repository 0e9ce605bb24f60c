import Editor
import Editorial
import Foundation
import Input
import Panes
import Terminal
import Testing

struct PrintTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["KINEMA_PRINT"] != nil))
    func `Print`() throws {
        let themes = URL(filePath: #filePath).appending(path: "../../../Themes").standardized.path
        for (name, state) in scenes() {
            for theme in ["dark", "light", "high-contrast"] {
                guard theme == "dark" || name.hasPrefix("168") else { continue }
                let t = try Theme.load(directory: themes, name: theme)
                try ansi(draw(state, theme: t)).write(
                    toFile: "/tmp/panes-\(name)-\(theme).ansi", atomically: true, encoding: .utf8)
            }
        }
    }
    func scenes() -> [(String, EditorState)] {
        var s: [(String, EditorState)] = []
        for (c, r) in [(168, 46), (120, 36), (80, 24), (60, 16), (40, 12)] {
            for f in [Panel.presets, .prompt, .preview, .timeline] {
                s.append(("\(c)-\(f.rawValue)", .fixture(columns: c, rows: r, focus: f)))
            }
        }
        var filter = EditorState.fixture()
        filter.typing = .filter
        filter.presetList.filter = TextField("dol")
        s.append(("168-filter", filter))
        let empty = EditorState.fixture(focus: .prompt, takes: [], prompt: "")
        s.append(("168-empty", empty))
        var failed = EditorState.fixture(columns: 120, rows: 36, focus: .timeline, takes: [.failed, .completed, .completed])
        s.append(("120-failed", failed))
        failed.popup = .takeDetails(failed.takes[0].id, scroll: 0)
        s.append(("120-take", failed))
        for (n, keys) in [("palette", ["ctrl-p", "d", "o"]), ("command", [":", "s"]), ("help", ["?"])] {
            var p = EditorState.fixture(columns: 120, rows: 36)
            for k in keys { _ = reduce(&p, .input(.key(KeyChord(spelling: k)!))) }
            s.append(("120-" + n, p))
        }
        var c = EditorState.fixture(columns: 120, rows: 36, focus: .prompt)
        c.promptPanel.field = .aspect
        _ = reduce(&c, .input(.key("enter")))
        s.append(("120-choices", c))
        var q = EditorState.fixture(columns: 168, rows: 46, focus: .prompt)
        q.promptPanel.field = .startFrame
        _ = reduce(&q, .input(.key("enter")))
        s.append(("168-question", q))
        var w = EditorState.fixture(focus: .prompt)
        w.promptPanel.field = .prompt
        _ = reduce(&w, .input(.key("i")))
        s.append(("168-write", w))
        return s
    }
    func ansi(_ c: Composition) -> String {
        var out = "\u{1B}[?25l"
        for row in 0..<c.surface.size.rows {
            out += "\u{1B}[\(row + 1);1H"
            for column in 0..<c.surface.size.columns {
                let cell = c.surface[row, column]
                out += "\u{1B}[0"
                if let f = cell.style.foreground { out += ";38;2;\(f.red);\(f.green);\(f.blue)" }
                if let f = cell.style.background { out += ";48;2;\(f.red);\(f.green);\(f.blue)" }
                if cell.style.attributes.contains(.bold) { out += ";1" }
                out += "m" + cell.text
            }
        }
        if let k = c.cursor { out += "\u{1B}[\(k.row + 1);\(k.column + 1)H\u{1B}[?25h" }
        return out + "\u{1B}[0m"
    }
}
