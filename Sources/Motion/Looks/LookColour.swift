/// A colour of a look, in sRGB as it is written in files: encoded, 0 to 1.
package struct LookColour: Hashable, Sendable {
    package var red: Double
    package var green: Double
    package var blue: Double

    package init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    package static let white = LookColour(red: 1, green: 1, blue: 1)
    package static let black = LookColour(red: 0, green: 0, blue: 0)

    /// Reads `#rrggbb`; nil for anything else.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            digits.allSatisfy({
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                    || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
                    || UInt8(ascii: "A")...UInt8(ascii: "F") ~= $0
            }),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        red = Double(value >> 16) / 255
        green = Double(value >> 8 & 255) / 255
        blue = Double(value & 255) / 255
    }
}
