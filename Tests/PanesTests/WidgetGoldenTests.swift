import Editor
import Editorial
import Input
import Terminal
import Testing

@testable import Panes

/// Each widget at several sizes, one file a widget.
struct WidgetGoldenTests {
    private static let sizes = [
        CellSize(columns: 12, rows: 3), CellSize(columns: 30, rows: 6),
        CellSize(columns: 60, rows: 10),
    ]

    /// Draws at every size, with the signs and without, one under another.
    private func expect(
        _ name: String,
        sizes: [CellSize] = sizes,
        draw: (inout Canvas, CellRect) -> Void
    ) throws {
        let columns = (sizes.map(\.columns).max() ?? 0) + 4
        let rows = sizes.reduce(0) { $0 + $1.rows + 1 }
        for (glyphs, kind) in [(Glyphs.unicode, ""), (Glyphs.ascii, "-ascii")] {
            var canvas = Canvas(
                size: CellSize(columns: columns, rows: rows),
                theme: .standard,
                glyphs: glyphs
            )
            var row = 0
            for size in sizes {
                let rect = CellRect(
                    column: 2,
                    row: row,
                    columns: size.columns,
                    rows: size.rows
                )
                draw(&canvas, rect)
                row += size.rows + 1
            }
            try Golden.expect(canvas.surface, named: "widget-\(name)\(kind)")
        }
    }

    private func drawLines(_ lines: [StyledText], on canvas: inout Canvas, in rect: CellRect) {
        for (row, line) in lines.prefix(rect.rows).enumerated() {
            canvas.write(line, in: rect, row: row)
        }
    }

    private static let names = [
        "Dolly In", "Crash Zoom In", "夜の海", "Orbit Left", "👩‍🚀 walks", "שלום עולם", "Tilt Up", "Roll",
        "Pan Right", "Static", "Handheld", "Rotate",
    ]

    @Test func `A list keeps its cursor in sight, and both ends of its rows`() throws {
        try expect("list") { canvas, rect in
            RowList(count: Self.names.count, cursor: 5) { index in
                RowList.Row(left: StyledText(Self.names[index]), right: StyledText("\(index * 7)"))
            }.draw(on: &canvas, in: rect)
        }
    }

    @Test func `A list without rows says why`() throws {
        try expect("list-empty") { canvas, rect in
            RowList(count: 0, placeholder: StyledText("Nothing is here yet; a adds one.")) { _ in
                RowList.Row()
            }.draw(on: &canvas, in: rect)
        }
    }

    @Test func `A tree folds`() throws {
        let rows: [(Int, Bool?, String)] = [
            (0, true, "Camera"), (1, nil, "Dolly In"), (1, true, "Mine"), (2, nil, "Slow dolly"),
            (0, false, "Looks"), (0, false, "Team"),
        ]
        try expect("tree") { canvas, rect in
            RowTree(count: rows.count, cursor: 3) { index in
                RowTree.Row(
                    depth: rows[index].0,
                    isOpen: rows[index].1,
                    left: StyledText(rows[index].2),
                    right: StyledText("\(index)")
                )
            }.draw(on: &canvas, in: rect)
        }
    }

    @Test func `A table has its columns under their headings, numbers at the right`() throws {
        let table = DataTable(
            columns: [
                DataTable.Column(title: "Name", track: Track(least: 6, weight: 2)),
                DataTable.Column(title: "Kind", track: Track(least: 4, most: 10)),
                DataTable.Column(title: "Size", track: .fixed(7), isNumber: true),
            ],
            count: 9,
            cursor: 2,
            sort: DataTable.Sort(column: 2, isAscending: false)
        ) { index in
            DataTable.Row(
                cells: [
                    StyledText(Self.names[index]), StyledText("picture"),
                    StyledText(Figures.bytes(index * index * 41_000)),
                ]
            )
        }
        try expect("table") { canvas, rect in table.draw(on: &canvas, in: rect) }
    }

    @Test func `A grid has as many tiles beside one another as fit`() throws {
        let sizes = [
            CellSize(columns: 20, rows: 6), CellSize(columns: 50, rows: 9),
            CellSize(columns: 100, rows: 18),
        ]
        try expect("grid", sizes: sizes) { canvas, rect in
            let grid = TileGrid(count: 8, cursor: 4) { index in
                TileGrid.Tile(
                    title: StyledText(Self.names[index]),
                    mark: StyledText(index % 3 == 0 ? "★" : ""),
                    detail: StyledText("\(index + 1) shots · 5 s", .muted)
                )
            }
            for (index, picture) in grid.draw(on: &canvas, in: rect) {
                canvas.write("\(index)", in: picture, row: 0)
            }
        }
    }

    @Test func `A field shows the part around its cursor`() throws {
        let text = "a lighthouse at dawn, 夜の海, low mist over still water 👩‍🚀"
        try expect("field") { canvas, rect in
            for (row, cursor) in [0, 24, text.count].enumerated() where row < rect.rows {
                FieldLine(field: TextField(text, cursor: cursor), prefix: "> ")
                    .draw(on: &canvas, in: rect, row: row)
            }
            if rect.rows > 4 {
                FieldLine(field: TextField(""), placeholder: "find").draw(
                    on: &canvas,
                    in: rect,
                    row: 4
                )
            }
        }
    }

    @Test func `A text area wraps, and keeps its cursor in sight`() throws {
        let text = """
            A rocket leaves the pad at first light, long exposure.

            夜の海 and 👩‍🚀 stand in שלום order; unbreakablewordsarebrokenwheretheymust be.
            """
        try expect("text-area") { canvas, rect in
            let layout = TextLayout.wrap(text, columns: rect.columns) { String($0).cellWidth }
            TextArea(layout: layout, cursor: 60, selection: 40..<60).draw(on: &canvas, in: rect)
        }
    }

    @Test func `Selects, checkboxes, sliders and progress say what they stand at`() throws {
        try expect("controls") { canvas, rect in
            let columns = rect.columns
            drawLines(
                [
                    SelectBox(value: "Cinematic", isCurrent: true)
                        .text(columns: columns, glyphs: canvas.glyphs),
                    SelectBox(value: "720p", detail: "1280×720")
                        .text(columns: columns, glyphs: canvas.glyphs),
                    Checkbox(label: "Loop", isOn: true).text(glyphs: canvas.glyphs),
                    Checkbox(label: "Upscale", isOn: false, reason: "needs 2 GB")
                        .text(glyphs: canvas.glyphs),
                    Checkbox(label: "16:9", isOn: true, isExclusive: true)
                        .text(glyphs: canvas.glyphs),
                    Slider(share: 0.4).text(columns: columns, glyphs: canvas.glyphs),
                    ProgressLine(share: 0.42, label: "video", remaining: "9 s left")
                        .text(columns: columns, glyphs: canvas.glyphs),
                    ProgressLine(share: nil, label: "probe")
                        .text(columns: columns, glyphs: canvas.glyphs),
                    Gauge(label: "Disk", share: 0.62, value: "3.1 of 5 GB")
                        .text(columns: columns, glyphs: canvas.glyphs),
                    Gauge(label: "Credits", share: 0.97, value: "12")
                        .text(columns: columns, glyphs: canvas.glyphs),
                ],
                on: &canvas,
                in: rect
            )
        }
    }

    @Test func `Tabs keep the open one in sight`() throws {
        try expect("tabs") { canvas, rect in
            let tabs = ["Presets", "Preview", "Prompt", "Timeline"].map { Tabs.Tab(title: $0) }
            for row in 0..<min(rect.rows, tabs.count) {
                Tabs(tabs: tabs, selected: row).draw(on: &canvas, in: rect.line(row))
            }
        }
    }

    @Test func `Plots fill their room`() throws {
        let wave = (0..<64).map { 3 + 2 * Double(($0 * $0) % 17) / 17 }
        let sizes = [
            CellSize(columns: 16, rows: 4), CellSize(columns: 40, rows: 6),
        ]
        try expect("plots", sizes: sizes) { canvas, rect in
            canvas.write(
                Sparkline(values: wave).text(columns: rect.columns, glyphs: canvas.glyphs),
                in: rect,
                row: 0
            )
            let plot = rect.rows([.fixed(1), Track()])[1]
            BraillePlot(
                series: [
                    BraillePlot.Series(values: [0, 1, 4, 9, 16], ink: .motion),
                    BraillePlot.Series(values: [16, 8, 4, 2, 1], ink: .looks),
                ],
                label: { Figures.strength($0) }
            ).draw(on: &canvas, in: plot)
        }
    }

    @Test func `Buttons and a menu stand where they belong`() throws {
        let sizes = [CellSize(columns: 24, rows: 8), CellSize(columns: 60, rows: 10)]
        for size in sizes {
            var canvas = Canvas(size: size, theme: .standard, glyphs: .unicode)
            let whole = CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows)
            ButtonRow(
                buttons: [.init(title: "Cancel", keys: "esc"), .init(title: "Delete", keys: "⏎")],
                cursor: 1
            ).draw(on: &canvas, in: whole, row: 0)
            let rows = ["Star", "Stronger", "Remove all motion"].map {
                MenuRow(title: $0, keys: "s", reason: $0 == "Star" ? "no" : nil)
            }
            Menu(rows: rows, cursor: 1, anchor: CellPoint(column: size.columns - 4, row: 2))
                .draw(on: &canvas)
            try Golden.expect(canvas.surface, named: "widget-menu-\(size.columns)x\(size.rows)")
        }
    }

    @Test func `A toast and a tooltip are whole at any size`() throws {
        for size in [CellSize(columns: 24, rows: 8), CellSize(columns: 70, rows: 8)] {
            var canvas = Canvas(size: size, theme: .standard, glyphs: .unicode)
            let whole = CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows)
            let sentence = "The disk is full; free 200 MB, then press R to try again."
            let now = Timestamp(milliseconds: 0)
            Toast(notice: Notice(sentence, severity: .failure, at: now))
                .draw(on: &canvas, in: whole)
            Tooltip(text: "Drag to resize.", anchor: CellPoint(column: size.columns - 2, row: 7))
                .draw(on: &canvas)
            try Golden.expect(canvas.surface, named: "widget-toast-\(size.columns)x\(size.rows)")
        }
    }

    @Test func `The keys that may follow are shown after the first`() throws {
        for size in [CellSize(columns: 60, rows: 16), CellSize(columns: 120, rows: 36)] {
            var state = EditorState.fixture(columns: size.columns, rows: size.rows)
            _ = reduce(&state, .input(.key("ctrl-w")))
            try Golden.expect(draw(state).surface, named: "which-key-\(size.columns)x\(size.rows)")
        }
    }
}

struct ScrollBarTests {
    @Test func `The thumb is where the window is, and at both ends at the ends`() {
        #expect(ScrollBar(count: 100, shown: 0..<10).thumb(rows: 10) == 0..<1)
        #expect(ScrollBar(count: 100, shown: 90..<100).thumb(rows: 10) == 9..<10)
        #expect(ScrollBar(count: 20, shown: 5..<15).thumb(rows: 10) == 3..<8)
        #expect(ScrollBar(count: 10, shown: 0..<10).thumb(rows: 10) == nil)
    }
}
