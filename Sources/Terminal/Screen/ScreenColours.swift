import CNcurses
import CPictureKernels

/// The colours of a ncurses screen: pairs and attributes for styles.
struct ScreenColours {
    /// How many colours the description has.
    let count: Int
    let isDirect: Bool

    /// Returns what a style's attributes are to ncurses.
    func attributes(_ style: CellStyle) -> attr_t {
        var attributes = cncurses_normal
        if style.attributes.contains(.bold) { attributes |= cncurses_bold }
        if style.attributes.contains(.dim) { attributes |= cncurses_dim }
        if style.attributes.contains(.italic) { attributes |= cncurses_italic }
        if style.attributes.contains(.underline) { attributes |= cncurses_underline }
        if style.attributes.contains(.reverse) { attributes |= cncurses_reverse }
        return attributes
    }

    /// Returns a style's colour pair; 0 is the terminal's own.
    ///
    /// ncurses gives the pair that was unused longest when there are no more.
    func pair(_ style: CellStyle) -> CInt {
        guard count >= 8, style.foreground != nil || style.background != nil else { return 0 }
        return max(0, alloc_pair(number(style.foreground), number(style.background)))
    }

    /// A colour by its number; -1 is the terminal's own.
    func number(_ colour: Colour?) -> CInt {
        guard let colour else { return -1 }
        if isDirect {
            // Numbers below 8 are the palette's; as colours they are all but black.
            return colour.hex < 8 ? 8 : CInt(colour.hex)
        }
        if count >= 256 {
            return cpicture_index256(CInt(colour.red), CInt(colour.green), CInt(colour.blue))
        }
        return nearest(colour)
    }

    /// The usual 16 colours, of which a terminal may have the first 8 only.
    private static let palette: [Colour] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { Colour($0) }

    private func nearest(_ colour: Colour) -> CInt {
        func distance(_ other: Colour) -> Int {
            let red = Int(colour.red) - Int(other.red)
            let green = Int(colour.green) - Int(other.green)
            let blue = Int(colour.blue) - Int(other.blue)
            return 2 * red * red + 4 * green * green + 3 * blue * blue
        }
        let known = Self.palette.prefix(min(16, count)).enumerated()
        let best = known.min { distance($0.element) < distance($1.element) }
        return CInt(best?.offset ?? 7)
    }
}
