import Editor
import Editorial
import Input
import Panes
import Terminal
import Testing

/// Where small pictures go, popups with pictures, and panels that are hidden.
struct PictureGoldenTests {
    private static let sizes = [
        CellSize(columns: 200, rows: 60), CellSize(columns: 120, rows: 36),
        CellSize(columns: 80, rows: 24), CellSize(columns: 40, rows: 12),
    ]

    private func golden(_ state: EditorState, _ name: String, _ size: CellSize) throws {
        try Golden.expect(draw(state).surface, named: "\(name)-\(size.columns)x\(size.rows)")
    }

    private func media(_ now: Timestamp, _ kinds: [Asset.Kind]) throws -> [LibraryItem] {
        let names = [
            "rocket.jpg", "潮の音 — a very long name for the harbour scene, second version.png",
            "gull 🕊.png", "take 2", "sea.ogg", "portrait.jpg",
        ]
        return try (0..<24).map { place in
            let digits = String(place, radix: 16)
            let name = String(repeating: "0", count: 64 - digits.count) + digits
            let kind = kinds[place % kinds.count]
            let size =
                place % 6 == 5
                ? PixelSize(width: 720, height: 1280) : PixelSize(width: 1280, height: 720)
            return LibraryItem(
                asset: Asset(
                    id: try #require(Asset.ID(name)),
                    kind: kind,
                    name: names[place % names.count],
                    fileExtension: "x",
                    byteCount: 48_000 * (place + 1),
                    size: kind == .sound ? PixelSize(width: 0, height: 0) : size
                ),
                addedAt: Timestamp(milliseconds: now.milliseconds - place * 3_700_000),
                tags: place % 4 == 0 ? ["sea"] : []
            )
        }
    }

    @Test(arguments: sizes)
    func `The library is a grid of pictures, each with its cells kept for it`(
        size: CellSize
    ) throws {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows)
        _ = reduce(&state, .run("library.open"))
        _ = reduce(&state, .run("grid.toggle"))
        let items = try media(state.now, [.image, .image, .image, .video, .sound, .image])
        let page = LibraryPage(query: AssetQuery(limit: 800), total: 24, items: items)
        _ = reduce(&state, .libraryRead(page, tags: []))
        try golden(state, "library-grid", size)
        let composed = draw(state)
        guard case .tiles(let tiles, let cells) = composed.request.content else {
            Issue.record("No small pictures are asked for.")
            return
        }
        let area = try #require(composed.picture)
        #expect(cells == area.size)
        // Every cell is a tile's or covered, and none is both.
        var counts = [Int](repeating: 0, count: area.columns * area.rows)
        func count(_ rect: CellRect) {
            for row in rect.row..<rect.maxRow {
                for column in rect.column..<rect.maxColumn {
                    counts[row * area.columns + column] += 1
                }
            }
        }
        for tile in tiles { count(tile.place) }
        for cover in composed.covered {
            count(
                CellRect(
                    column: cover.column - area.column,
                    row: cover.row - area.row,
                    columns: cover.columns,
                    rows: cover.rows
                )
            )
        }
        #expect(counts.allSatisfy { $0 == 1 })
    }

    @Test(arguments: sizes)
    func `Projects are a grid of their first pictures`(size: CellSize) throws {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows)
        _ = reduce(&state, .run("projects.open"))
        _ = reduce(&state, .run("grid.toggle"))
        var ids = IdentifierSource(seed: 3, now: state.now)
        let names = ["夜の港", "A very long name that no column has room for", "Ferry", "Untitled"]
        let others = names.enumerated().map { place, name in
            ProjectItem(
                id: ids.identifier(),
                name: name,
                shotCount: 3 * place,
                takeCount: 1240 * place,
                openedAt: Timestamp(milliseconds: state.now.milliseconds - 7_000_000 * place),
                draft: Draft(prompt: place == 3 ? "" : "a harbour")
            )
        }
        _ = reduce(&state, .projectsChanged(others))
        try golden(state, "projects-grid", size)
    }

    @Test(arguments: sizes)
    func `Media are chosen in a popup with their picture`(size: CellSize) throws {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows, focus: .prompt)
        guard case .readLibrary(let query)? = reduce(&state, .run("endFrame.choose")).first else {
            Issue.record("The library was not asked.")
            return
        }
        try golden(state, "picker-reading", size)
        var empty = state
        let nothing = LibraryPage(query: query, total: 0, items: [])
        _ = reduce(&empty, .libraryRead(nothing, tags: []))
        try golden(empty, "picker-empty", size)
        let page = LibraryPage(query: query, total: 24, items: try media(state.now, [.image]))
        _ = reduce(&state, .libraryRead(page, tags: []))
        for _ in 0..<5 { _ = reduce(&state, .input(.key("down"))) }
        try golden(state, "picker", size)
    }

    @Test(arguments: sizes)
    func `A hidden panel gives its room to the others`(size: CellSize) throws {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows, focus: .preview)
        for panel in ["presets", "timeline"] { _ = reduce(&state, .entered("panel \(panel)")) }
        state.notice = nil
        try golden(state, "hidden", size)
    }

    @Test(arguments: sizes)
    func `A preset is tried on over the whole screen, and the probe tells a colour`(
        size: CellSize
    ) throws {
        var state = EditorState.fixture(columns: size.columns, rows: size.rows)
        _ = reduce(&state, .input(.key("j")))
        _ = reduce(&state, .run("preset.large"))
        try golden(state, "preset-large", size)
        state = EditorState.fixture(columns: size.columns, rows: size.rows, focus: .preview)
        _ = reduce(&state, .run("guides.probe"))
        let reading = ProbeReading(probe: PictureProbe(), red: 128, green: 64, blue: 255)
        _ = reduce(&state, .probed(reading))
        try golden(state, "probe", size)
    }

    @Test func `The largest screen is laid out, too`() throws {
        let state = EditorState.fixture(columns: 500, rows: 200)
        #expect(draw(state).surface.size == CellSize(columns: 500, rows: 200))
        try golden(state, "editor", CellSize(columns: 500, rows: 200))
    }
}
