import CNcurses
import Glibc
import Input

/// The interface's cells as ncurses has them on the screen.
///
/// ncurses decides which bytes turn one surface into the next; it writes them
/// into memory, never to the terminal, and reads nothing. It is one for the
/// process, so there is one screen at a time, made, used and closed on the
/// main actor.
@MainActor final class CursesScreen {
    /// The description ncurses follows.
    private(set) var term = ""
    private var screen: OpaquePointer?
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    private var colours = ScreenColours(count: 0, isDirect: false)
    private var shown: Surface?
    private var hasCursor: Bool?

    /// Makes a screen after the first description that there is.
    init(terms: [String], depth: ColourDepth) throws(TerminalError) {
        Self.chooseLocale()
        guard let output = cncurses_memory_file(), let input = fopen("/dev/null", "r") else {
            throw .unusable("ncurses", "no memory file could be made")
        }
        self.output = output
        self.input = input
        do {
            try follow(terms: terms, depth: depth)
        } catch {
            fclose(output)
            fclose(input)
            throw error
        }
    }

    /// Takes the first description that there is, in place of the one it had.
    ///
    /// The old screen goes before the new one comes: ncurses forgets its
    /// windows with any screen that is deleted.
    func follow(terms: [String], depth: ColourDepth) throws(TerminalError) {
        deleteScreen()
        for term in terms {
            guard let screen = cncurses_open(term, output, input) else { continue }
            set_term(screen)
            self.term = term
            self.screen = screen
            colours = Self.startColours(term: term, depth: depth)
            prepare()
            return
        }
        throw .unknown(terms.first ?? "")
    }

    /// Frees what ncurses holds; the terminal is not touched.
    func close() {
        deleteScreen()
        fclose(output)
        fclose(input)
    }

    /// Paints everything anew at the next draw.
    func invalidate() { shown = nil }

    /// Whether the next draw clears the screen first.
    var isInvalid: Bool { shown == nil }

    /// Returns the bytes that turn what is on the screen into a surface.
    ///
    /// They write on no default blank that was one before, so a picture there
    /// stays.
    func draw(_ surface: Surface, cursor: CellPoint?) -> [UInt8] {
        if surface.size != shown?.size { resize(surface.size) }
        leaveok(cncurses_stdscr(), true)
        if let shown {
            update(from: shown, to: surface)
        } else {
            clearok(cncurses_curscr(), true)
            for row in 0..<surface.size.rows {
                put(surface, row: row, columns: 0..<surface.size.columns)
            }
            update()
        }
        shown = surface
        set(cursor)
        return drain()
    }

    /// Has ncurses update one piece of one row at a time.
    ///
    /// Within an update it may write over short gaps between changes, and
    /// scroll when a row comes to look like another that changed as well,
    /// idlok or not; a picture would suffer from both.
    private func update(from old: Surface, to new: Surface) {
        for row in 0..<new.size.rows {
            for run in ScreenRuns.changed(row: row, from: old, to: new) {
                put(new, row: row, columns: run)
                update()
            }
        }
    }

    private func update() {
        wnoutrefresh(cncurses_stdscr())
        doupdate()
    }

    private func resize(_ size: CellSize) {
        shown = nil
        resizeterm(CInt(size.rows), CInt(size.columns))
    }

    private func set(_ cursor: CellPoint?) {
        if let cursor {
            leaveok(cncurses_stdscr(), false)
            move(CInt(cursor.row), CInt(cursor.column))
            update()
        }
        guard (cursor != nil) != hasCursor else { return }
        hasCursor = cursor != nil
        curs_set(cursor == nil ? 0 : 1)
    }

    private func put(_ surface: Surface, row: Int, columns: Range<Int>) {
        for column in columns {
            let cell = surface[row, column]
            guard !cell.text.isEmpty else { continue }
            let next = column + 1
            let isWide = next < surface.size.columns && surface[row, next].text.isEmpty
            let attributes = colours.attributes(cell.style)
            let pair = colours.pair(cell.style)
            // A row that begins with what ncurses takes for blanks may be
            // cleared from its left, and then the first glyph after them is
            // written again, whether it changed or not.
            if cell.isDefaultBlank || (column == 0 && cell.text == " ") {
                put(ScreenGlyph.keptBlank, row, column, attributes, pair)
                continue
            }
            for (offset, glyph) in ScreenGlyph.columns(cell.text, isWide: isWide).enumerated() {
                put(glyph, row, column + offset, attributes, pair)
            }
        }
    }

    private func put(_ text: [wchar_t], _ row: Int, _ column: Int, _ style: attr_t, _ pair: CInt) {
        cncurses_put(cncurses_stdscr(), CInt(row), CInt(column), text, style, pair)
    }

    /// Returns what ncurses wrote since the last time.
    private func drain() -> [UInt8] {
        fflush(output)
        let descriptor = fileno(output)
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = pread(descriptor, &bytes, count, 0)
        ftruncate(descriptor, 0)
        lseek(descriptor, 0, SEEK_SET)
        return read == count ? bytes : []
    }

    /// Takes the reader's locale, or one that is UTF-8 in any case.
    private static func chooseLocale() {
        setlocale(LC_ALL, "")
        let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
        if codeset.uppercased() != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    }

    private static func startColours(term: String, depth: ColourDepth) -> ScreenColours {
        guard depth != .none, has_colors(), start_color() == OK else {
            return ScreenColours(count: 0, isDirect: false)
        }
        use_default_colors()
        let own = term == TerminfoEntry.name ? TerminfoEntry.ownColours : 8
        return ScreenColours(
            count: Int(cncurses_colors()),
            isDirect: term.hasSuffix("-direct"),
            ownCount: own
        )
    }

    private func deleteScreen() {
        guard let screen else { return }
        endwin()
        delscreen(screen)
        self.screen = nil
        shown = nil
        hasCursor = nil
    }

    /// Keeps ncurses from scrolling and shifting lines, which would move a
    /// picture, and from cutting an update short for a key under way.
    ///
    /// What ncurses begins with is dropped: the session takes the screen over
    /// itself, and ncurses would set margins for another extent.
    private func prepare() {
        nonl()
        typeahead(-1)
        let window = cncurses_stdscr()
        idlok(window, false)
        idcok(window, false)
        scrollok(window, false)
        update()
        _ = drain()
    }
}
