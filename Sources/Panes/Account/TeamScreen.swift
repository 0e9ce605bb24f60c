import Editor
import Input
import Terminal

/// Who shares the workspace, and what they may do.
struct TeamScreen {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.panel, over: rect)
        let inside = rect.readable(columns: 110)
        let gap = rect.rows >= 20 ? 1 : 0
        let parts = inside.rows([.fixed(gap), .fixed(1), .fixed(gap), Track(), .fixed(2)])
        let name = state.team.page.map { $0.isPersonal ? "yours alone" : $0.name } ?? ""
        var title = StyledText("Team", .accent, .bold)
        title.append("  \(name)", .text, .bold)
        canvas.write(title, in: parts[1], row: 0)
        guard state.account != nil else {
            let line = "Nobody is signed in; “kinema login https://…” in a shell signs in."
            canvas.write(line, .muted, in: parts[3], row: 0)
            return
        }
        guard let page = state.team.page else {
            canvas.write("Asking…", .faint, in: parts[3], row: 0)
            return
        }
        if let problem = page.problem {
            canvas.write(problem, .muted, in: parts[3], row: 0)
            return
        }
        drawMembers(of: page, on: &canvas, in: parts[3])
        canvas.write(words(for: page), .muted, in: parts[4], row: 1)
    }

    private func drawMembers(of page: TeamBrowser.Page, on canvas: inout Canvas, in rect: CellRect)
    {
        DataTable(
            columns: [
                .init(title: "", track: .fixed(1)),
                .init(title: "Name", track: Track(least: 14, weight: 2)),
                .init(title: "Address", track: Track(least: 16, weight: 3)),
                .init(title: "Role", track: .fixed(10)),
            ],
            count: page.members.count,
            cursor: state.team.cursor,
            hasKeys: state.popup == nil,
            row: { [glyphs = canvas.glyphs] index in
                let member = page.members[index]
                return DataTable.Row(
                    cells: [
                        StyledText(member.isSelf ? glyphs.done : " ", .done),
                        StyledText(member.isSelf ? "\(member.name), you" : member.name, .text),
                        StyledText(member.email, .muted),
                        StyledText(member.role, .text),
                    ],
                    target: .teamRow(index)
                )
            }
        ).draw(on: &canvas, in: rect)
    }

    private func words(for page: TeamBrowser.Page) -> String {
        if page.isPersonal {
            return
                "“kinema team make NAME” makes a team, “kinema login --space NAME” shares with it."
        }
        switch state.team.current?.role {
        case "owner": return "An owner may do everything, and hands the team over."
        case "admin": return "An admin asks others in and changes what they may do."
        case "viewer": return "A viewer looks and changes nothing."
        default: return "A member changes projects, presets and settings."
        }
    }
}
