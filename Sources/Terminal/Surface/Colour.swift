/// A colour of the screen: sRGB with 8 bits a channel, or one that the
/// terminal's owner has chosen.
package struct Colour: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8
    /// Which of the terminal's first 16 colours is meant; nil where the channels are.
    ///
    /// With it the channels are what such a colour usually is.
    package private(set) var own: UInt8?

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `0xRRGGBB`; higher bits are not looked at.
    package init(_ hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }

    /// One of the terminal's own colours: 0 black, 1 red, 2 green, 3 yellow,
    /// 4 blue, 5 magenta, 6 cyan, 7 white, and 8 to 15 the same, brighter.
    ///
    /// - Precondition: The number is in 0…15.
    package init(own number: Int) {
        self = Self.usual[number]
        own = UInt8(number)
    }

    /// Reads `#rrggbb` or `rrggbb`, in either case; nil for anything else.
    package init?(hex: String) {
        let digits = hex.hasPrefix("#") ? hex.dropFirst() : Substring(hex)
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(value)
    }

    /// The colour as `0xRRGGBB`.
    package var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

    /// What the first 16 colours are in xterm; each owner may have others.
    static let usual: [Colour] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { Colour($0) }
}
