import Glibc

/// A place in the picture whose colour is told.
package struct PictureProbe: Hashable, Sendable {
    /// Thousandths of the picture's width and height from its upper left.
    package private(set) var x = 500
    package private(set) var y = 500

    package init() {}

    /// - Parameters:
    ///   - x: Where it is from left to right, 0…1.
    ///   - y: Where it is from top to bottom, 0…1.
    package init(x: Double, y: Double) {
        self.x = Self.thousandths(x)
        self.y = Self.thousandths(y)
    }

    mutating func move(x: Int, y: Int) {
        self.x = min(1000, max(0, self.x + x))
        self.y = min(1000, max(0, self.y + y))
    }

    /// Returns the pixel of a picture that it is on.
    package func pixel(width: Int, height: Int) -> (x: Int, y: Int) {
        (min(width - 1, x * width / 1000), min(height - 1, y * height / 1000))
    }

    private static func thousandths(_ share: Double) -> Int {
        share.isFinite ? min(1000, max(0, Int((share * 1000).rounded()))) : 500
    }
}

/// The colour at a probe.
package struct ProbeReading: Hashable, Sendable {
    package let probe: PictureProbe
    /// sRGB, 8 bits a channel.
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(probe: PictureProbe, red: UInt8, green: UInt8, blue: UInt8) {
        self.probe = probe
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Red, green and blue in linear light, 0…1.
    package var linear: (red: Double, green: Double, blue: Double) {
        (Self.light(red), Self.light(green), Self.light(blue))
    }

    /// How bright it is in linear light, 0…1, as BT.709 weighs the channels.
    package var luminance: Double {
        let light = linear
        return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
    }

    /// IEC 61966-2-1.
    private static func light(_ code: UInt8) -> Double {
        let value = Double(code) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
