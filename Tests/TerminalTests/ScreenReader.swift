import Input

@testable import Terminal

/// A terminal small enough for tests: it reads our bytes back into cells and
/// pixels, and traps what it does not know.
struct ScreenReader {
    struct Glyph: Hashable {
        var text = " "
        var foreground: UInt32?
        var background: UInt32?
        var attributes: Set<Int> = []

        /// The glyph as it is seen: a blank has no foreground, and an upper
        /// half block is a lower one with its colours exchanged.
        var seen: Glyph {
            var seen = self
            if text == " " { seen.foreground = nil }
            if text == "▀" {
                seen.text = "▄"
                swap(&seen.foreground, &seen.background)
            }
            return seen
        }
    }

    let size: CellSize
    let cell: CellPixels
    private(set) var glyphs: [Glyph]
    /// Colours of pixels a sixel image drew; nil where text lies.
    private(set) var pixels: [UInt32?]
    /// Every cell written to, by glyph or pixel.
    var touched: Set<CellPoint> = []
    /// Control strings that are no sixels, in order.
    private(set) var strings: [String] = []
    private(set) var unknown: [String] = []
    private(set) var isCursorShown = true
    private(set) var cursor = CellPoint(column: 0, row: 0)
    private var saved: (CellPoint, Glyph)?
    private var pen = Glyph()
    private var last = " "
    private(set) var scrolls = 0

    init(_ columns: Int, _ rows: Int, cell: CellPixels = CellPixels(width: 8, height: 16)) {
        size = CellSize(columns: columns, rows: rows)
        self.cell = cell
        glyphs = Array(repeating: Glyph(), count: columns * rows)
        pixels = Array(repeating: nil, count: columns * rows * cell.width * cell.height)
    }

    /// The pen is as a terminal begins: nothing set.
    var isPenClean: Bool { pen == Glyph() }

    func glyph(_ row: Int, _ column: Int) -> Glyph { glyphs[row * size.columns + column] }

    var lines: [String] {
        (0..<size.rows).map { row in
            var line = (0..<size.columns).map { glyph(row, $0).text }.joined()
            line = String(line.map { $0 == "\u{A0}" ? " " : $0 })
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    mutating func read(_ bytes: [UInt8]) {
        var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\u{1B}": escape(&scalars)
            case "\r": cursor.column = 0
            case "\n": cursor.row += 1
            case "\u{8}": cursor.column -= 1
            case "\t": cursor.column = (cursor.column / 8 + 1) * 8
            case "\u{18}", "\u{E}", "\u{F}": break
            default: put(scalar)
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = ScalarWidth.columns(of: scalar) ?? 1
        guard cursor.row < size.rows, cursor.column + width <= size.columns else {
            return scrolls += 1
        }
        let index = cursor.row * size.columns + cursor.column
        guard width > 0 else { return glyphs[index - 1].text.unicodeScalars.append(scalar) }
        last = String(scalar)
        set(cursor, last)
        if width == 2 { set(CellPoint(column: cursor.column + 1, row: cursor.row), "") }
        cursor.column += width
    }

    private mutating func set(_ point: CellPoint, _ text: String) {
        guard point.column < size.columns, point.row < size.rows else { return scrolls += 1 }
        var glyph = pen
        glyph.text = text
        glyphs[point.row * size.columns + point.column] = glyph
        touched.insert(point)
        for y in 0..<cell.height {
            let line = (point.row * cell.height + y) * size.columns * cell.width
            for x in 0..<cell.width { pixels[line + point.column * cell.width + x] = nil }
        }
    }

    private mutating func clear(_ row: Int, _ columns: Range<Int>) {
        let attributes = pen.attributes
        pen.attributes = []
        for column in columns { set(CellPoint(column: column, row: row), " ") }
        pen.attributes = attributes
    }

    private mutating func escape(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        switch scalars.popFirst() {
        case "7": saved = (cursor, pen)
        case "8": (cursor, pen) = saved ?? (cursor, pen)
        case "(": _ = scalars.popFirst()
        case "\\", ">", "=": break
        case "[": control(&scalars)
        case "P": string("P", &scalars)
        case "_": string("_", &scalars)
        case "]": string("]", &scalars)
        case let other: unknown.append("ESC \(other.map(String.init) ?? "")")
        }
    }

    private mutating func string(_ kind: String, _ scalars: inout ArraySlice<Unicode.Scalar>) {
        var body = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            if scalar == "\u{7}" { break }
            if scalar == "\u{1B}" {
                _ = scalars.popFirst()
                break
            }
            body.append(scalar)
        }
        if kind == "P", let picture = SixelReader(String(body)) {
            draw(picture)
        } else {
            strings.append(kind + String(body))
        }
    }

    private mutating func draw(_ picture: SixelReader) {
        let width = size.columns * cell.width
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                guard let colour = picture.pixels[y * picture.width + x] else { continue }
                let column = cursor.column * cell.width + x
                let row = cursor.row * cell.height + y
                guard column < width, row < size.rows * cell.height else {
                    scrolls += 1
                    continue
                }
                pixels[row * width + column] = colour
                touched.insert(CellPoint(column: column / cell.width, row: row / cell.height))
            }
        }
    }

    private mutating func control(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        var body = ""
        var final = Unicode.Scalar("@")
        while let scalar = scalars.popFirst() {
            if (0x40...0x7E).contains(scalar.value) {
                final = scalar
                break
            }
            body.unicodeScalars.append(scalar)
        }
        let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
        let first = max(1, (numbers.first ?? nil) ?? 1)
        switch final {
        case "H":
            let column = numbers.count > 1 ? numbers[1] ?? 1 : 1
            cursor = CellPoint(column: column - 1, row: first - 1)
        case "d": cursor.row = first - 1
        case "G": cursor.column = first - 1
        case "A": cursor.row -= first
        case "B": cursor.row += first
        case "C": cursor.column += first
        case "D": cursor.column -= first
        case "m": style(body)
        case "b": for _ in 0..<first { for scalar in last.unicodeScalars { put(scalar) } }
        case "X": clear(cursor.row, cursor.column..<min(size.columns, cursor.column + first))
        case "K": erase(line: (numbers.first ?? nil) ?? 0)
        case "J": erase(screen: (numbers.first ?? nil) ?? 0)
        case "h" where body == "?25", "l" where body == "?25": isCursorShown = final == "h"
        case "h", "l", "r", "t", "u", "c", "q", "p", "S": break
        default: unknown.append("CSI \(body)\(final)")
        }
    }

    private mutating func erase(line mode: Int) {
        let ranges = [
            0: cursor.column..<size.columns, 1: 0..<cursor.column + 1, 2: 0..<size.columns,
        ]
        clear(cursor.row, ranges[mode] ?? 0..<0)
    }

    private mutating func erase(screen mode: Int) {
        if mode == 0 { erase(line: 0) }
        for row in (mode == 2 ? 0 : cursor.row + 1)..<size.rows { clear(row, 0..<size.columns) }
    }

    private mutating func style(_ body: String) {
        var parts = body.split(separator: ";", omittingEmptySubsequences: false)[...]
        while let part = parts.popFirst() {
            let code = part.split(separator: ":").compactMap { Int($0) }
            switch code.first ?? 0 {
            case 0: pen = Glyph()
            case 38: pen.foreground = colour(code, &parts)
            case 48: pen.background = colour(code, &parts)
            case 39: pen.foreground = nil
            case 49: pen.background = nil
            case let number where number < 10: pen.attributes.insert(number)
            case let number where (30...37).contains(number): pen.foreground = UInt32(number)
            case let number where (40...47).contains(number): pen.background = UInt32(number)
            case let number: unknown.append("SGR \(number)")
            }
        }
    }

    /// A palette's colour is its index with bit 24 set.
    private func colour(_ code: [Int], _ parts: inout ArraySlice<Substring>) -> UInt32 {
        var numbers = code.dropFirst()
        if numbers.isEmpty {
            let count = parts.first == "5" ? 2 : 4
            numbers = parts.prefix(count).compactMap { Int($0) }[...]
            parts = parts.dropFirst(count)
        }
        let rgb = numbers.dropFirst()
        if numbers.first == 5 { return UInt32(rgb.first ?? 0) | 1 << 24 }
        return rgb.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
