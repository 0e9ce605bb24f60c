import Editor
import Editorial
import Input
import Terminal

/// All projects: a list at the left and at the right the one under the cursor as
/// it moves, or a grid of pictures.
struct ProjectsScreen {
    let state: EditorState
    let terminal: TerminalStatus

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let hasPicture = rect.columns >= 100 && !state.isGrid
        let parts = rect.columns([
            hasPicture ? Track(least: 44, most: 72) : Track(),
            hasPicture ? Track(least: 50, weight: 2) : .fixed(0),
        ])
        canvas.lay(.panel, over: parts[0])
        drawList(on: &canvas, in: parts[0].inset(columns: 2))
        guard hasPicture else { return }
        canvas.lay(.background, over: parts[1])
        drawProject(on: &canvas, in: parts[1].inset(columns: 3))
    }

    private func drawList(on canvas: inout Canvas, in rect: CellRect) {
        let rows = state.projectRows
        let lines = rect.rows([.fixed(1), .fixed(1), .fixed(1), .fixed(1), .fixed(1), Track()])
        let title = state.browser.showsArchived ? "Put away" : "Projects"
        canvas.write(
            StyledText(title, .accent, .bold),
            right: StyledText("by \(state.browser.order.title)", .faint),
            in: lines[1],
            row: 0
        )
        drawFilter(on: &canvas, in: lines[3], count: rows.count)
        guard !rows.isEmpty else { return drawEmpty(on: &canvas, in: lines[5]) }
        if state.isGrid {
            return ProjectGrid(state: state, terminal: terminal, rows: rows)
                .draw(on: &canvas, in: lines[5])
        }
        let current = state.currentProject?.id
        DataTable(
            columns: [
                .init(title: "Name", track: Track(least: 12, weight: 3)),
                .init(title: "Shots", track: .fixed(6), isNumber: true),
                .init(title: "Takes", track: .fixed(6), isNumber: true),
                .init(title: "Opened", track: .fixed(12), isNumber: true),
            ],
            count: rows.count,
            cursor: rows.firstIndex { $0.id == current },
            hasKeys: state.popup == nil && state.typing == nil,
            row: { index in
                let item = rows[index]
                let isOpen = item.id == state.project.id
                return DataTable.Row(
                    cells: [
                        StyledText(item.name, isOpen ? .accent : .text),
                        StyledText(Figures.count(item.shotCount), .muted),
                        StyledText(Figures.count(item.takeCount), .muted),
                        StyledText(
                            isOpen ? "open now" : Figures.ago(item.openedAt, at: state.now),
                            isOpen ? .accent : .muted
                        ),
                    ],
                    target: .project(item.id)
                )
            }
        ).draw(on: &canvas, in: lines[5])
    }

    private func drawFilter(on canvas: inout Canvas, in rect: CellRect, count: Int) {
        let isTyping = state.typing == .projects
        let filter = state.browser.filter
        let counted = Figures.counted(count, "project", "projects")
        if isTyping || !filter.isEmpty {
            let parts = rect.columns([Track(), .fixed(counted.count)], gap: 1)
            FieldLine(field: filter, prefix: "/ ", hasKeys: isTyping && state.popup == nil)
                .draw(on: &canvas, in: parts[0], row: 0)
            canvas.write(counted, .faint, in: parts[1], row: 0)
        } else {
            canvas.write(
                StyledText("/ find", .faint),
                right: StyledText(counted, .faint),
                in: rect,
                row: 0
            )
        }
    }

    private func drawEmpty(on canvas: inout Canvas, in rect: CellRect) {
        if state.browser.items == nil {
            canvas.write("Reading the projects…", .faint, in: rect, row: 0)
        } else if !state.browser.filter.isEmpty {
            canvas.write("No project is called that.", .muted, in: rect, row: 0)
        } else if state.browser.showsArchived {
            canvas.write("Nothing is put away.", .muted, in: rect, row: 0)
            canvas.write(
                KeyHint(key: "A", does: "shows the projects at hand").faint,
                in: rect,
                row: 1
            )
        } else {
            canvas.write("A project is a film in the making.", .muted, in: rect, row: 0)
            canvas.write(KeyHint(key: "n", does: "makes one").faint, in: rect, row: 1)
        }
    }

    private func drawProject(on canvas: inout Canvas, in rect: CellRect) {
        guard let item = state.currentProject else { return }
        let parts = rect.rows([
            .fixed(1), .fixed(1), .fixed(1), Track(least: 6), .fixed(1), .fixed(5),
        ])
        canvas.write(
            StyledText(item.name, .text, .bold),
            right: StyledText("\(terminal.graphics)", .faint),
            in: parts[1],
            row: 0
        )
        if item.draft.startFrame == nil, item.draft.prompt.allSatisfy(\.isWhitespace) {
            let line = "Its first shot has no prompt yet."
            canvas.write(
                line,
                .faint,
                in: parts[3],
                row: parts[3].rows / 2,
                column: max(0, (parts[3].columns - line.count) / 2)
            )
        } else {
            let picture = PictureArea.fitted(item.draft.size, cell: terminal.cell, in: parts[3])
            canvas.clear(picture)
            canvas.picture = picture
        }
        drawFacts(of: item, on: &canvas, in: parts[5])
    }

    private func drawFacts(of item: ProjectItem, on canvas: inout Canvas, in rect: CellRect) {
        let dot = canvas.glyphs.dot
        let facts = [
            Figures.counted(item.shotCount, "shot", "shots"),
            Figures.counted(item.takeCount, "take", "takes"),
            item.draft.aspect.description, item.draft.style.title,
        ].joined(separator: " \(dot) ")
        canvas.write(facts, .muted, in: rect, row: 0)
        let prompt = item.draft.prompt.wrapped(
            columns: rect.columns,
            limit: 3,
            ellipsis: canvas.glyphs.ellipsis
        )
        for (row, line) in prompt.enumerated() {
            canvas.write(line, .faint, in: rect, row: row + 1)
        }
    }
}
