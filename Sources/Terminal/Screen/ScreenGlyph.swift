import CNcurses

/// A cell's text as ncurses can hold it: per column a base and its marks.
///
/// Terminals disagree over the width of emoji sequences, so what goes out is
/// only what all of them show in as many columns as the surface has for it.
enum ScreenGlyph {
    /// ncurses keeps a base and four marks.
    private static let scalarLimit = 5

    /// Stands for a default blank: to ncurses it is no blank, so it never
    /// clears a line over it, skips by writing over it, or repeats it, and a
    /// picture that lies there stays.
    static let keptBlank: [wchar_t] = [0xA0, 0]

    /// Returns the texts for each column the cell takes, zero-terminated; a
    /// wide text is alone.
    static func columns(_ text: String, isWide: Bool) -> [[wchar_t]] {
        let scalars = Array(text.unicodeScalars)
        guard let base = scalars.first, let width = ScalarWidth.columns(of: base), width > 0 else {
            return Array(repeating: [0x20, 0], count: isWide ? 2 : 1)
        }
        let marks = scalars.dropFirst().prefix { ScalarWidth.columns(of: $0) == 0 }
            .filter { $0.value != 0xFE0F && $0.value != 0x200D && $0.value < 0xE0000 }
        let glyph = ([base] + marks).prefix(scalarLimit).map { wchar_t(bitPattern: $0.value) } + [0]
        if width == 2 { return isWide ? [glyph] : [[0x3F, 0]] }
        guard isWide else { return [glyph] }
        // A flag is two letters; any other narrow base has a blank beside it.
        if scalars.count == 2, (0x1F1E6...0x1F1FF).contains(scalars[1].value) {
            return [
                [wchar_t(bitPattern: base.value), 0], [wchar_t(bitPattern: scalars[1].value), 0],
            ]
        }
        return [glyph, [0x20, 0]]
    }
}
