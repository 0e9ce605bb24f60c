/// Something that the sketch chose because the prompt does not say it.
package struct SketchChoice: Hashable, Sendable {
    package let use: SketchWord.Use
    /// What was chosen (`mountain`).
    package let meaning: String
    /// Why, in one sentence.
    package let reason: String
}

// What the prompt leaves open.
extension SketchReading {
    mutating func chooseTheRest() {
        let letters = Self.fingerprint(of: words)
        var isFree = false
        if !decided.contains(.setting) {
            if let subject {
                setting = subject.trait.home
                let reason = "Nothing names a place; that is where a \(subject.title) belongs."
                choices.append(SketchChoice(use: .setting, meaning: setting.title, reason: reason))
            } else if let detail = details.sorted(by: { $0.rawValue < $1.rawValue }).first(
                where: { $0.settings != nil }
            ), let home = Self.homes[detail] {
                setting = home
                let reason = "Nothing names a place; that is where \(detail.title) shows best."
                choices.append(SketchChoice(use: .setting, meaning: setting.title, reason: reason))
            } else if words.contains(where: { $0.use != .filler }) {
                isFree = true
                setting = Self.wonders[Int(letters % UInt32(Self.wonders.count))]
                let reason =
                    "Nothing names a place or a subject; the letters of the words chose it."
                choices.append(SketchChoice(use: .setting, meaning: setting.title, reason: reason))
            } else {
                let reason = "The prompt is empty; that is where an empty one leads."
                choices.append(SketchChoice(use: .setting, meaning: setting.title, reason: reason))
            }
        }
        if !decided.contains(.timeOfDay) { chooseTime(isFree ? letters >> 8 : nil) }
    }

    private mutating func chooseTime(_ letters: UInt32?) {
        let reason: String
        if let usual = Self.usualTime(of: setting, mood: mood, details: details) {
            time = usual
            reason = "Nothing names a time of day; that suits the place and the mood."
        } else if let letters {
            time = [.golden, .dawn, .dusk, .blue][Int(letters % 4)]
            reason = "Nothing names a time of day; the letters of the words chose it."
        } else {
            time = .golden
            reason = "Nothing names a time of day; this light flatters most."
        }
        choices.append(SketchChoice(use: .timeOfDay, meaning: time.title, reason: reason))
    }

    private static func usualTime(
        of setting: SketchSetting,
        mood: SketchMood?,
        details: Set<SketchDetail>
    ) -> SketchTime? {
        let burnsAtNight: Set<SketchDetail> = [
            .aurora, .fireflies, .fireworks, .stars, .neon, .lamps,
        ]
        if !details.isDisjoint(with: burnsAtNight) { return .night }
        if details.contains(.lightning) { return .storm }
        if details.contains(.rainbow) { return .golden }
        switch setting {
        case .room: return .dawn
        case .space: return .night
        case .swamp: return .dawn
        case .jungle: return .dawn
        case .volcano: return .dusk
        case .planet: return .dusk
        case .underwater: return .noon
        default: break
        }
        return mood == .ominous ? .storm : mood == .mysterious ? .blue : nil
    }

    /// Where a detail that stands alone is looked for.
    private static let homes: [SketchDetail: SketchSetting] = [
        .lake: .mountain, .road: .field, .wheat: .field, .flowers: .field, .poppies: .field,
        .lavender: .field, .autumn: .forest,
        .blossom: .hills, .neon: .street, .calm: .sea, .rough: .sea, .kelp: .underwater,
        .rings: .space, .books: .room, .lamps: .village, .lava: .volcano, .aurora: .arctic,
        .fireworks: .city, .stars: .mountain, .lightning: .field, .rainbow: .hills,
        .moons: .planet,
    ]

    /// Places that stand for words which name none.
    private static let wonders: [SketchSetting] = [
        .mountain, .sea, .forest, .dunes, .city, .hills, .clouds, .canyon, .coast, .space,
        .arctic, .planet, .hall, .underwater, .volcano, .jungle,
    ]

    /// A number from the letters of every word, the same on every machine.
    static func fingerprint(of words: [SketchWord]) -> UInt32 {
        var sum: UInt32 = 2_166_136_261
        for byte in words.map(\.word).joined(separator: " ").utf8 {
            sum = (sum ^ UInt32(byte)) &* 16_777_619
        }
        sum ^= sum >> 15
        return sum &* 2_246_822_519 >> 8
    }
}
