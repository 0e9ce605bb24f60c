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
        let rows = (0..<surface.size.rows).map {
            ScreenRuns.changed(row: $0, from: shown, to: surface)
        }
        setCursor(cursor != nil)
        // One pass for each piece of a row: within one, ncurses may write
        // over short gaps between changes.
        let passes = max(1, rows.lazy.map(\.count).max() ?? 1)
        for pass in 0..<passes {
            for (row, runs) in rows.enumerated() where runs.count > pass {
                put(surface, row: row, columns: runs[pass])
            }
            if let cursor {
                move(CInt(cursor.row), CInt(cursor.column))
            }
            wnoutrefresh(cncurses_stdscr())
            doupdate()
        }
        shown = surface
        return drain()
    }

    private func resize(_ size: CellSize) {
        shown = nil
        resizeterm(CInt(size.rows), CInt(size.columns))
    }

    private func setCursor(_ isShown: Bool) {
        if shown == nil { clearok(cncurses_curscr(), true) }
        guard isShown != hasCursor else { return }
        hasCursor = isShown
        leaveok(cncurses_stdscr(), !isShown)
        curs_set(isShown ? 1 : 0)
    }

    private func put(_ surface: Surface, row: Int, columns: Range<Int>) {
        for column in columns {
            let cell = surface[row, column]
            guard !cell.text.isEmpty else { continue }
            if cell.isDefaultBlank {
                put(ScreenGlyph.keptBlank, row, column, cncurses_normal, 0)
                continue
            }
            let next = column + 1
            let isWide = next < surface.size.columns && surface[row, next].text.isEmpty
            let attributes = colours.attributes(cell.style)
            let pair = colours.pair(cell.style)
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
        return ScreenColours(count: Int(cncurses_colors()), isDirect: term.hasSuffix("-direct"))
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
        wnoutrefresh(window)
        doupdate()
        _ = drain()
    }
}
