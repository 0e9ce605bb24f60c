import Foundation

// What a place, a palette and the weather make of a time of day.
extension SketchColourScript {
    init(_ reading: SketchReading) {
        self.init(reading.time)
        adapt(to: reading)
        if reading.has(.dust) { drawTogether(to: (0x3a2412, 0xb8803e, 0xf0d09a), 0.45) }
        if let palette = reading.palette, !(palette == .red && reading.setting == .dunes) {
            drawTogether(to: palette.stops, palette.pull)
        }
        switch reading.mood {
        case .dreamy: drawTogether(to: (0x4a3c6c, 0xc098b8, 0xfff0e0), 0.25)
        case .ominous: drawTogether(to: (0x060a0e, 0x46504a, 0xc0b890), 0.40)
        case .nostalgic: drawTogether(to: (0x34241c, 0xb88c5c, 0xffe8bc), 0.30)
        case .mysterious: drawTogether(to: (0x061420, 0x2f6470, 0xbce0d0), 0.35)
        case .romantic: drawTogether(to: (0x301430, 0xd08088, 0xffe0c4), 0.30)
        case .joyful, .lonely, .epic, nil: break
        }
    }

    private mutating func adapt(to reading: SketchReading) {
        let isNight = reading.time == .night || reading.time == .blue
        switch reading.setting {
        case .underwater:
            sky = (0xbff4ee, 0x3fb0c0, 0x11607f, 0x1c7f98)
            (sun, ambient, fog) = (0xc8fff4, 0x2c7f98, 0x0d566c)
            intensity = isNight ? 0.9 : 2.4
            sunVisible = 0.8
            if isNight { drawTogether(to: (0x010810, 0x0c3450, 0x8fd0e0), 0.75) }
            if reading.time == .dusk || reading.time == .golden {
                drawTogether(to: (0x101430, 0x3c7c8c, 0xffd8a0), 0.30)
            }
        case .space:
            (sun, ambient, fog) = (0xffe6c8, 0x1c2c52, 0x0a1226)
            sky = (0x03050d, 0x060a18, 0x0a1226, 0x33527c)
            intensity = 3
            sunVisible = 1
            sunHeight = 0.76
        case .planet:
            stars = max(stars, 0.7)
            cumulus = 0
            coverage = min(coverage, 0.12)
        case .volcano:
            drawTogether(to: (0x120608, 0x6a2a20, 0xff9a50), reading.time == .noon ? 0.35 : 0.55)
            coverage = max(coverage, 0.6)
            cumulus = 0
        case .clouds:
            cumulus = 0
            coverage = min(coverage, 0.30)
        case .hall, .room:
            sunVisible = max(sunVisible, 0.6)
        default: break
        }
    }

    /// Draws every colour to a ramp of three, by its own lightness.
    mutating func drawTogether(
        to stops: (dark: UInt32, middle: UInt32, light: UInt32),
        _ share: Double
    ) {
        func drawn(_ hex: UInt32) -> UInt32 { Self.drawn(hex, to: stops, share) }
        sky = (drawn(sky.0), drawn(sky.1), drawn(sky.2), drawn(sky.3))
        sun = Self.drawn(sun, to: stops, share * 0.6)
        cloudLit = drawn(cloudLit)
        cloudShade = drawn(cloudShade)
        ambient = drawn(ambient)
        fog = drawn(fog)
    }

    private static func drawn(
        _ hex: UInt32,
        to stops: (dark: UInt32, middle: UInt32, light: UInt32),
        _ share: Double
    ) -> UInt32 {
        func channels(_ hex: UInt32) -> [Double] {
            [16, 8, 0].map { Double((hex >> UInt32($0)) & 0xff) }
        }
        let own = channels(hex), light = (0.3 * own[0] + 0.59 * own[1] + 0.11 * own[2]) / 255
        let lower = channels(light < 0.5 ? stops.dark : stops.middle)
        let upper = channels(light < 0.5 ? stops.middle : stops.light)
        let place = light < 0.5 ? light * 2 : light * 2 - 1
        let mixed = (0..<3).map { index -> UInt32 in
            let target = lower[index] + (upper[index] - lower[index]) * place
            let value = own[index] + (target - own[index]) * share
            return UInt32(min(max(value.rounded(), 0), 255))
        }
        return mixed[0] << 16 | mixed[1] << 8 | mixed[2]
    }
}
