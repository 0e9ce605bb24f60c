/// What a scene feels like.
enum SketchMood: String, CaseIterable, Sendable {
    case dreamy, ominous, joyful, lonely, nostalgic, epic, mysterious, romantic

    var title: String { rawValue }
}

/// The colours that a scene is drawn together to, or that a subject wears.
enum SketchPalette: String, CaseIterable, Sendable {
    case red, orange, yellow, green, teal, blue, violet, pink
    case white, black, brown, silver, pastel, warm, cool, monochrome

    var title: String { rawValue }

    /// sRGB of shadow, middle and light.
    var stops: (dark: UInt32, middle: UInt32, light: UInt32) {
        switch self {
        case .red: (0x22060c, 0xb03a34, 0xffcfa8)
        case .orange: (0x2a1208, 0xd0762e, 0xffe2b0)
        case .yellow: (0x2c2208, 0xd8a832, 0xfff2c0)
        case .green: (0x07201a, 0x4c8a58, 0xe4f2c8)
        case .teal: (0x05202a, 0x2f8f94, 0xd4f4ea)
        case .blue: (0x071430, 0x3a6cb0, 0xd8e8ff)
        case .violet: (0x180a34, 0x7c52b4, 0xf0d8ff)
        case .pink: (0x2c0f2c, 0xd0709c, 0xffe0e4)
        case .white: (0x5a6470, 0xc4ccd4, 0xffffff)
        case .black: (0x05060a, 0x30343c, 0xb8bec8)
        case .brown: (0x1c120a, 0x80603e, 0xf0dcb8)
        case .silver: (0x14181e, 0x8a94a0, 0xf2f6fa)
        case .pastel: (0x8a86ac, 0xd8b8cc, 0xfff4e4)
        case .warm: (0x2a1620, 0xc88458, 0xffe8c0)
        case .cool: (0x0c1a30, 0x5c86a8, 0xe4f0f8)
        case .monochrome: (0x101214, 0x80848a, 0xf4f4f2)
        }
    }

    /// How far a scene is drawn to it, 0…1.
    var pull: Double {
        switch self {
        case .monochrome: 0.92
        case .pastel: 0.55
        case .warm, .cool: 0.35
        case .white, .black, .silver, .brown: 0.5
        default: 0.62
        }
    }
}
