import CNcurses
import CPictureKernels

/// The colours of a ncurses screen: pairs and attributes for styles.
struct ScreenColours {
    /// How many colours the description has.
    let count: Int
    let isDirect: Bool
    /// How many of a direct description's numbers are the terminal's own colours.
    var ownCount = 8

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
        let numbers = numbers(of: style)
        return max(0, alloc_pair(numbers.foreground, numbers.background))
    }

    /// The numbers of a style's colours; never the same twice where the style
    /// has two colours, because such a text could not be seen.
    func numbers(of style: CellStyle) -> (foreground: CInt, background: CInt) {
        let foreground = number(style.foreground)
        let background = number(style.background)
        guard foreground == background, foreground >= 0, style.foreground != style.background
        else { return (foreground, background) }
        return (Self.isDark(style.background) ? 7 : 0, background)
    }

    /// A colour by its number; -1 is the terminal's own.
    func number(_ colour: Colour?) -> CInt {
        guard let colour else { return -1 }
        if let own = colour.own, !isDirect || own < ownCount {
            return CInt(Int(own) % max(8, count))
        }
        if isDirect {
            // The first numbers are the palette's; as colours they are all but black.
            return max(CInt(ownCount), CInt(colour.hex))
        }
        if count >= 256 {
            return cpicture_index256(CInt(colour.red), CInt(colour.green), CInt(colour.blue))
        }
        return nearest(colour)
    }

    private func nearest(_ colour: Colour) -> CInt {
        func distance(_ other: Colour) -> Int {
            let red = Int(colour.red) - Int(other.red)
            let green = Int(colour.green) - Int(other.green)
            let blue = Int(colour.blue) - Int(other.blue)
            return 2 * red * red + 4 * green * green + 3 * blue * blue
        }
        let known = Colour.usual.prefix(min(16, count)).enumerated()
        let best = known.min { distance($0.element) < distance($1.element) }
        return CInt(best?.offset ?? 7)
    }

    private static func isDark(_ colour: Colour?) -> Bool {
        guard let colour else { return true }
        return 2 * Int(colour.red) + 5 * Int(colour.green) + Int(colour.blue) < 8 * 128
    }
}
