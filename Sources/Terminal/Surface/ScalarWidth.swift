import CNcurses

/// Columns a scalar takes, as the C library's UTF-8 locale has it: the same
/// table ncurses counts with, whatever the process's own locale is.
enum ScalarWidth {
    /// @unsafe: made once, never freed, and the C library only reads it.
    private nonisolated(unsafe) static let utf8 = cncurses_utf8_locale()

    /// Returns 0, 1 or 2, or nil when the scalar has no place on a screen.
    static func columns(of scalar: Unicode.Scalar) -> Int? {
        if (0x20..<0x7F).contains(scalar.value) { return 1 }
        let width = cncurses_scalar_width(scalar.value, utf8)
        return width < 0 ? nil : Int(width)
    }
}
