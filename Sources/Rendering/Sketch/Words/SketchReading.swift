import Editorial

/// What a prompt asks of the sketch.
///
/// The first word of a kind decides; later ones of the same kind are reported
/// as ignored. Weathers and details add up, subjects up to three.
struct SketchReading: Hashable, Sendable {
    var setting = SketchSetting.field
    var time = SketchTime.golden
    private(set) var cast: [SketchPart] = []
    private(set) var shot = SketchShot.wide
    private(set) var angle = SketchAngle.level
    private(set) var lens = SketchLens.normal
    private(set) var mood: SketchMood?
    private(set) var palette: SketchPalette?
    private(set) var style: Style?
    /// What is seen out of a cave.
    private(set) var outlook: SketchSetting?
    private(set) var weathers: Set<SketchWeather> = []
    private(set) var details: Set<SketchDetail> = []
    var words: [SketchWord] = []
    /// What was chosen where the prompt says nothing, and why.
    var choices: [SketchChoice] = []

    /// The kinds that a word has decided.
    private(set) var decided: Set<SketchWord.Use> = []
    /// What every term was taken for.
    private(set) var taken: [String: [SketchMeaning]] = [:]
    private var waitingCount: Int?
    private var waitingColour: (palette: SketchPalette, word: Int)?
    private var isNegated = false

    /// The most subjects that one scene holds.
    static let largestCast = 3

    /// Reads at most the first 400 words.
    init(_ prompt: String) {
        let tokens = Self.tokens(of: prompt)
        var index = 0
        while index < tokens.count {
            let length = max(1, Self.termLength(in: tokens, at: index))
            words.append(take(tokens[index..<index + length].joined(separator: " ")))
            index += length
        }
        settleColour()
        if waitingCount != nil { tellUncounted() }
        chooseTheRest()
        tellWhatDoesNotShow()
    }

    /// What stands in the middle of attention.
    var subject: SketchSubject? { cast.first?.subject }

    func has(_ weather: SketchWeather) -> Bool { weathers.contains(weather) }
    func has(_ detail: SketchDetail) -> Bool { details.contains(detail) }
    func shows(_ subject: SketchSubject) -> Bool { cast.contains { $0.subject == subject } }

    static func == (one: SketchReading, other: SketchReading) -> Bool {
        one.words == other.words && one.choices == other.choices
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words) }
}

/// One subject of a scene, with what the prompt says of it.
struct SketchPart: Hashable, Sendable {
    var subject: SketchSubject
    var count = 1
    var colour: SketchPalette?
}

// Words one by one.
extension SketchReading {
    private static func tokens(of prompt: String) -> [String] {
        prompt.prefix(4_000).lowercased().replacing("’", with: "'")
            .split(maxSplits: 400, omittingEmptySubsequences: true) {
                !($0.isLetter || $0.isNumber || $0 == "'")
            }
            .prefix(400).map(String.init)
    }

    /// Returns how many words the longest term at `index` has, 0 for none.
    private static func termLength(in tokens: [String], at index: Int) -> Int {
        let most = min(SketchLexicon.longestTerm, tokens.count - index)
        return stride(from: most, to: 0, by: -1).first { length in
            SketchLexicon.entry(for: tokens[index..<index + length].joined(separator: " ")) != nil
        } ?? 0
    }

    private mutating func take(_ term: String) -> SketchWord {
        if SketchLexicon.negations.contains(term) {
            isNegated = true
            return SketchWord(word: term, use: .filler, meaning: "")
        }
        guard let entry = SketchLexicon.entry(for: term) else {
            guard !SketchLexicon.fillers.contains(term) else {
                return SketchWord(word: term, use: .filler, meaning: "")
            }
            isNegated = false
            return SketchWord(word: term, use: .ignored, meaning: "The sketch does not know it.")
        }
        if isNegated { return leaveOut(term, entry) }
        let isPlain = entry.isPlural && waitingCount == nil
        if isPlain { waitingCount = 3 }
        // A number that comes with its subject counts it.
        let counts = entry.meanings.filter(\.isCount), rest = entry.meanings.filter { !$0.isCount }
        let taken = (counts + rest).filter { apply($0) }.filter { rest.isEmpty || !$0.isCount }
        if isPlain, !entry.meanings.contains(where: \.isCounted) { waitingCount = nil }
        self.taken[term, default: []] += taken
        guard let first = taken.first else {
            return SketchWord(word: term, use: .ignored, meaning: overruled(entry.meanings))
        }
        let titles = taken.map(\.title).joined(separator: ", ")
        return SketchWord(word: term, use: first.use, meaning: titles)
    }

    /// Leaves out what follows a “no” or “without”.
    private mutating func leaveOut(_ term: String, _ entry: SketchLexicon.Entry) -> SketchWord {
        isNegated = false
        guard entry.meanings.contains(.weather(.cloudy)) else {
            return SketchWord(word: term, use: .ignored, meaning: "It is left out, as asked.")
        }
        weathers.insert(.cloudless)
        return SketchWord(word: term, use: .weather, meaning: SketchWeather.cloudless.title)
    }

    /// Returns whether the meaning goes into the scene.
    private mutating func apply(_ meaning: SketchMeaning) -> Bool {
        switch meaning {
        case .weather(let weather):
            weathers.insert(weather)
            return true
        case .detail(let detail):
            details.insert(detail)
            return true
        case .subject(let subject): return addSubject(subject)
        case .count(let count): return applyCount(count)
        case .palette(let colour):
            settleColour()
            waitingColour = (colour, words.count)
            return true
        default: return decide(meaning)
        }
    }

    private mutating func decide(_ meaning: SketchMeaning) -> Bool {
        // The same again agrees with what was said.
        guard decided.insert(meaning.use).inserted else {
            return isDecided(meaning) || lookOut(meaning)
        }
        switch meaning {
        case .setting(let setting): self.setting = setting
        case .time(let time): self.time = time
        case .shot(let shot): self.shot = shot
        case .angle(let angle): self.angle = angle
        case .lens(let lens): self.lens = lens
        case .mood(let mood): self.mood = mood
        case .style(let style): self.style = style
        case .weather, .detail, .subject, .count, .palette: break
        }
        return true
    }

    /// A second place is what lies before a cave.
    private mutating func lookOut(_ meaning: SketchMeaning) -> Bool {
        guard case .setting(let place) = meaning, setting == .cave, outlook == nil,
            [.sea, .coast, .mountain, .hills, .dunes, .canyon, .arctic, .city].contains(place)
        else { return false }
        outlook = place
        return true
    }

    private func isDecided(_ meaning: SketchMeaning) -> Bool {
        switch meaning {
        case .setting(let setting): self.setting == setting
        case .time(let time): self.time == time
        case .shot(let shot): self.shot == shot
        case .angle(let angle): self.angle == angle
        case .lens(let lens): self.lens == lens
        case .mood(let mood): self.mood == mood
        case .style(let style): self.style == style
        case .weather, .detail, .subject, .count, .palette: false
        }
    }

    private mutating func addSubject(_ subject: SketchSubject) -> Bool {
        let count = waitingCount ?? 1
        waitingCount = nil
        if let known = cast.firstIndex(where: { $0.subject == subject }) {
            cast[known].count = max(cast[known].count, count)
            return true
        }
        guard cast.count < Self.largestCast else { return false }
        cast.append(SketchPart(subject: subject, count: count, colour: waitingColour?.palette))
        if let colour = waitingColour {
            let title = "\(colour.palette.title) \(subject.title)"
            if words.indices.contains(colour.word) {
                words[colour.word] = SketchWord(
                    word: words[colour.word].word,
                    use: .palette,
                    meaning: title
                )
            }
            waitingColour = nil
        }
        return true
    }

    /// A number waits for its subject; one that comes with it counts at once.
    private mutating func applyCount(_ count: Int) -> Bool {
        waitingCount = count
        return true
    }

    /// A colour that no subject took belongs to the picture.
    private mutating func settleColour() {
        guard let colour = waitingColour else { return }
        waitingColour = nil
        if palette == nil || palette == colour.palette {
            palette = colour.palette
        } else if words.indices.contains(colour.word) {
            words[colour.word] = SketchWord(
                word: words[colour.word].word,
                use: .ignored,
                meaning: "The colours are already \(palette?.title ?? "chosen")."
            )
        }
    }

    private mutating func tellUncounted() {
        guard let last = words.lastIndex(where: { $0.use == .count }) else { return }
        words[last] = SketchWord(
            word: words[last].word,
            use: .ignored,
            meaning: "Nothing that the sketch can count comes after it."
        )
    }

    private func overruled(_ meanings: [SketchMeaning]) -> String {
        switch meanings.first {
        case .setting: "The setting is already \(setting.title)."
        case .time: "The time of day is already \(time.title)."
        case .subject: "There are already \(Self.largestCast) subjects."
        case .shot: "The shot is already a \(shot.title)."
        case .angle: "The angle is already a \(angle.title)."
        case .lens: "The lens is already a \(lens.title)."
        case .mood: "The mood is already \(mood?.title ?? "chosen")."
        case .style: "The style is already \(style?.title ?? "chosen")."
        case .weather, .detail, .palette, .count, nil: "It was said before."
        }
    }
}

extension SketchMeaning {
    fileprivate var isCount: Bool {
        if case .count = self { true } else { false }
    }

    /// Whether a number before it counts it.
    fileprivate var isCounted: Bool {
        if case .subject = self { true } else { false }
    }
}
