import CQREncode

/// A text as squares that a telephone reads (ISO/IEC 18004), by libqrencode.
package struct QRCode: Hashable, Sendable {
    /// How many squares a side has.
    package let side: Int
    /// Row by row, dark where true.
    private let squares: [Bool]

    /// nil for a text that is empty or too long for any code.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 2000,
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L)
        else { return nil }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        squares = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Whether a square is dark; outside there is the light margin.
    package func isDark(_ column: Int, _ row: Int) -> Bool {
        guard (0..<side).contains(column), (0..<side).contains(row) else { return false }
        return squares[row * side + column]
    }

    /// Lines of half blocks, two rows of squares each, with a margin of two squares.
    ///
    /// They say black and white themselves: on a dark background a code
    /// without its light margin is read by few.
    package var lines: [String] {
        let range = -2..<side + 2
        return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { row in
            let cells = range.map { column in
                switch (isDark(column, row), isDark(column, row + 1)) {
                case (true, true): " "
                case (true, false): "▄"
                case (false, true): "▀"
                case (false, false): "█"
                }
            }
            return "\u{1B}[38;5;231;48;5;16m" + cells.joined() + "\u{1B}[0m"
        }
    }
}
