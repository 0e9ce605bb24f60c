/// What a terminal answered, by itself or because it was asked.
package enum TerminalReply: Hashable, Sendable {
    /// DA1: the features it lists; 4 is sixel.
    case primaryAttributes([Int])
    /// DA2: kind, version and cartridge.
    case secondaryAttributes([Int])
    /// XTVERSION: its name and version.
    case version(String)
    /// The answer to a kitty graphics command about an image of a number.
    case kittyGraphics(Int, isOK: Bool)
    case kittyKeyboard(flags: Int)
    /// `CSI 14 t`: the text area.
    case windowPixels(width: Int, height: Int)
    /// `CSI 16 t`.
    case cellPixels(CellPixels)
    /// `CSI 18 t`; tmux 3.3 gives rows and columns swapped, so nothing relies on it.
    case windowCells(columns: Int, rows: Int)
    /// DECRPM: 0 unknown, 1 set, 2 reset, 3 always set, 4 always reset.
    case mode(Int, state: Int)
    /// OSC 10.
    case foreground(Colour)
    /// OSC 11.
    case background(Colour)
    /// XTSMGRAPHICS: how many colours a sixel picture may have.
    case colourRegisters(Int)
    /// XTSMGRAPHICS: how large a sixel picture may be, in pixels.
    case sixelSize(width: Int, height: Int)
    /// DECRQSS: the attributes that the terminal's pen has.
    case pen(String)
    /// DSR: the terminal has read everything sent before the question.
    case ready
}
