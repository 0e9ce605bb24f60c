import Editor
import Input
import Terminal

/// How the workspace stands to its account: what was changed on both sides, and where one is
/// signed in.
struct AccountScreen {
    let state: EditorState

    private var browser: AccountBrowser { state.accountBrowser }

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.panel, over: rect)
        let inside = rect.readable(columns: 120)
        let isRoomy = rect.rows >= 20
        let gap = isRoomy ? 1 : 0
        guard let account = state.account else {
            return drawSignedOut(on: &canvas, in: inside, gap)
        }
        let hasConflicts = browser.page?.conflicts.isEmpty == false
        let parts = inside.rows([
            .fixed(gap), .fixed(1), .fixed(gap), .fixed(4), .fixed(gap),
            Track(most: hasConflicts ? .max : 0, weight: hasConflicts ? 3 : 0), .fixed(gap),
            Track(weight: 2),
        ])
        let title = StyledText("Account", .accent, .bold)
        canvas.write(title, right: AccountStatus(account).text(canvas.glyphs), in: parts[1], row: 0)
        drawFacts(of: account, on: &canvas, in: parts[3])
        if hasConflicts { drawConflicts(on: &canvas, in: parts[5]) }
        drawSessions(on: &canvas, in: parts[7])
    }

    private func drawSignedOut(on canvas: inout Canvas, in rect: CellRect, _ gap: Int) {
        let parts = rect.rows([.fixed(gap), .fixed(1), .fixed(gap), Track()])
        canvas.write("Account", .accent, .bold, in: parts[1], row: 0)
        let lines = [
            "Nobody is signed in, and nothing leaves this machine.", "",
            "kinema login https://…   in a shell signs in: it shows a code and an address, which",
            "you open in any browser. Then your projects, presets and settings are on all your",
            "machines, and a team can share them. Kinema works the same without.",
        ]
        for (row, line) in lines.enumerated() {
            canvas.write(line, row == 0 ? .text : .muted, in: parts[3], row: row)
        }
    }

    private func drawFacts(of account: AccountStanding, on canvas: inout Canvas, in rect: CellRect)
    {
        let facts = [
            ("Signed in as", account.email.isEmpty ? "…" : account.email),
            ("At", account.server),
            ("Shared with", browser.page?.space ?? "…"),
            ("To be sent", Self.waiting(account)),
        ]
        for (row, fact) in facts.enumerated() {
            var line = StyledText(fact.0, .muted)
            line.pad(to: 16)
            line.append(fact.1, .text)
            canvas.write(line, in: rect, row: row)
        }
    }

    /// What waits, and the file that is on its way or why one is not.
    static func waiting(_ account: AccountStanding) -> String {
        let files = account.files
        var counts: [String] = []
        if account.waitingCount > 0 {
            counts.append(Figures.counted(account.waitingCount, "record", "records"))
        }
        if files.sendingCount > 0 {
            counts.append(Figures.counted(files.sendingCount, "file", "files"))
        }
        let text = counts.isEmpty ? "nothing" : counts.joined(separator: " and ")
        if account.isReadOnly { return text + "; you may only look here" }
        let percent = files.percent.map { ", \($0) %" } ?? ""
        if let name = files.fetched { return "\(text); “\(name)” is being fetched\(percent)" }
        if files.sendingCount > 0 { return text + percent }
        return files.refusal.map { "\(text); \($0)" } ?? text
    }

    private func drawConflicts(on canvas: inout Canvas, in rect: CellRect) {
        let items = browser.page?.conflicts ?? []
        let parts = rect.rows([.fixed(1), Track(least: 3), .fixed(min(5, max(0, rect.rows - 5)))])
        canvas.write("Changed here and elsewhere", .muted, .bold, in: parts[0], row: 0)
        DataTable(
            columns: [
                .init(title: "", track: .fixed(1)),
                .init(title: "What", track: Track(least: 12, weight: 1)),
                .init(title: "Mine", track: Track(least: 12, weight: 2)),
                .init(title: "Theirs", track: Track(least: 12, weight: 2)),
            ],
            count: items.count,
            cursor: browser.cursor < items.count ? browser.cursor : nil,
            hasKeys: state.popup == nil,
            row: { [glyphs = canvas.glyphs] index in
                let item = items[index]
                return DataTable.Row(
                    cells: [
                        StyledText(glyphs.uncertain, .failed),
                        StyledText("\(item.title) of \(item.place)", .text),
                        value(item.mine, stands: item.isMine, glyphs),
                        value(item.theirs, stands: !item.isMine, glyphs),
                    ],
                    target: .accountRow(index)
                )
            }
        ).draw(on: &canvas, in: parts[1])
        guard browser.cursor < items.count else { return }
        drawValues(of: items[browser.cursor], on: &canvas, in: parts[2])
    }

    private func value(_ text: String, stands: Bool, _ glyphs: Glyphs) -> StyledText {
        let line = text.replacing("\n", with: " ")
        return stands
            ? StyledText("\(glyphs.done) \(line)", .text) : StyledText("  \(line)", .muted)
    }

    /// Both values in full, of the conflict under the cursor.
    private func drawValues(of item: ConflictItem, on canvas: inout Canvas, in rect: CellRect) {
        guard rect.rows > 1 else { return }
        let halves = rect.columns([Track(), Track()], gap: 3)
        for (half, text, key) in [(halves[0], item.mine, "m"), (halves[1], item.theirs, "t")] {
            canvas.write(KeyHint(key: key, does: "takes this").faint, in: half, row: 0)
            let lines = text.wrapped(columns: half.columns, limit: half.rows - 1)
            for (row, line) in lines.enumerated() {
                canvas.write(line, .text, in: half, row: row + 1)
            }
        }
    }

    private func drawSessions(on canvas: inout Canvas, in rect: CellRect) {
        let parts = rect.rows([.fixed(1), Track()])
        canvas.write("Signed in at", .muted, .bold, in: parts[0], row: 0)
        guard let sessions = browser.page?.sessions else {
            let text = browser.page?.problem ?? "Asking…"
            canvas.write(text, .faint, in: parts[1], row: 0)
            return
        }
        let before = browser.page?.conflicts.count ?? 0
        DataTable(
            columns: [
                .init(title: "", track: .fixed(1)),
                .init(title: "Place", track: Track(least: 16, weight: 2)),
                .init(title: "Address", track: Track(least: 12, weight: 1)),
                .init(title: "Seen", track: .fixed(14)),
            ],
            count: sessions.count,
            cursor: browser.cursor >= before ? browser.cursor - before : nil,
            hasKeys: state.popup == nil,
            row: { [glyphs = canvas.glyphs] index in
                let session = sessions[index]
                let name = session.isCurrent ? "\(session.device), here" : session.device
                return DataTable.Row(
                    cells: [
                        StyledText(session.isCurrent ? glyphs.done : " ", .done),
                        StyledText(name, .text),
                        StyledText(session.address, .muted),
                        StyledText(Figures.ago(session.seenAt, at: state.now), .muted),
                    ],
                    target: .accountRow(before + index)
                )
            }
        ).draw(on: &canvas, in: parts[1])
    }
}
