/// A way to show pictures in a terminal.
package enum GraphicsProtocol: String, CaseIterable, Hashable, Sendable {
    /// Compressed images that the terminal scales: kitty, Ghostty.
    case kitty
    /// Inline image files: iTerm2, WezTerm.
    case iterm2
    /// Six-pixel bands with a palette: xterm -ti vt340, foot, mlterm.
    case sixel
    /// Two pixels a cell, by half blocks.
    case half
    /// Four pixels a cell in two colours, by quadrant blocks.
    case quad
    /// Six pixels a cell in two colours, by the sextants of Unicode 13.
    case sextant
    /// Eight dots a cell in two colours, by braille.
    case braille
    /// Whatever glyph fits best, by libchafa.
    case symbols
    /// Brightness by letters, without colour.
    case ascii
    /// No pictures.
    case none

    /// Whether pictures are made of glyphs in cells, not of pixels.
    package var isText: Bool {
        switch self {
        case .half, .quad, .sextant, .braille, .symbols, .ascii: true
        case .kitty, .iterm2, .sixel, .none: false
        }
    }
}
