import Media

/// One colour all over, sRGB.
package struct FlatColour: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    package static let black = FlatColour(0, 0, 0)
    package static let white = FlatColour(255, 255, 255)

    /// Reads `black`, `white` or `#rrggbb`; nil for anything else.
    package init?(_ text: String) {
        switch text.lowercased() {
        case "black": self = .black
        case "white": self = .white
        case let text:
            let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
            guard digits.count == 6, digits.allSatisfy(\.isHexDigit),
                let number = UInt32(digits, radix: 16)
            else { return nil }
            self.init(
                UInt8(number >> 16 & 0xFF),
                UInt8(number >> 8 & 0xFF),
                UInt8(number & 0xFF)
            )
        }
    }

    /// The bytes of a plane's sample, BT.709 where it is Y, U or V.
    func sample(of plane: Int, _ format: FrameFormat) -> [UInt8] {
        let value = level(of: plane)
        switch format {
        case .rgba8: return [red, green, blue, 255]
        case .yuv420p8: return [UInt8(value.rounded())]
        case .yuv420p10:
            let deep = UInt16((value * 4).rounded())
            return [UInt8(deep & 0xFF), UInt8(deep >> 8)]
        }
    }

    /// The sample in limited range, not yet rounded to a whole number.
    private func level(of plane: Int) -> Double {
        let (r, g, b) = (Double(red) / 255, Double(green) / 255, Double(blue) / 255)
        let luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
        switch plane {
        case 0: return 16 + 219 * luma
        case 1: return 128 + 224 * (b - luma) / 1.8556
        default: return 128 + 224 * (r - luma) / 1.5748
        }
    }
}
