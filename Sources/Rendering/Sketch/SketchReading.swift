/// What a prompt asks of the sketch.
///
/// The first word of a kind decides; later ones of the same kind are reported
/// as ignored. Weathers and details add up.
struct SketchReading: Hashable, Sendable {
    private(set) var setting = SketchSetting.field
    private(set) var time = SketchTime.golden
    private(set) var subject: SketchSubject?
    private(set) var shot = SketchShot.wide
    private(set) var weathers: Set<SketchWeather> = []
    private(set) var details: Set<SketchDetail> = []
    private(set) var words: [SketchWord] = []

    private var decided: Set<SketchWord.Use> = []
    private var taken: [String: [SketchMeaning]] = [:]

    /// Reads at most the first 400 words.
    init(_ prompt: String) {
        let tokens = Self.tokens(of: prompt)
        var index = 0
        while index < tokens.count {
            let length = Self.termLength(in: tokens, at: index)
            let term = tokens[index..<index + max(length, 1)].joined(separator: " ")
            words.append(take(term))
            index += max(length, 1)
        }
        if !decided.contains(.setting) {
            setting = Self.usualSetting(of: subject)
        }
        tellWhatDoesNotShow()
    }

    func has(_ weather: SketchWeather) -> Bool { weathers.contains(weather) }
    func has(_ detail: SketchDetail) -> Bool { details.contains(detail) }

    private static func tokens(of prompt: String) -> [String] {
        prompt.prefix(4_000).lowercased()
            .split(maxSplits: 400, omittingEmptySubsequences: true) {
                !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'")
            }
            .prefix(400).map(String.init)
    }

    /// Returns how many words the longest term at `index` has, 0 for none.
    private static func termLength(in tokens: [String], at index: Int) -> Int {
        let most = min(SketchLexicon.longestTerm, tokens.count - index)
        return stride(from: most, to: 0, by: -1).first { length in
            SketchLexicon.meanings[tokens[index..<index + length].joined(separator: " ")] != nil
        } ?? 0
    }

    private mutating func take(_ term: String) -> SketchWord {
        guard let meanings = SketchLexicon.meanings[term] else {
            guard !SketchLexicon.fillers.contains(term) else {
                return SketchWord(word: term, use: .filler, meaning: "")
            }
            return SketchWord(word: term, use: .ignored, meaning: "The sketch does not know it.")
        }
        let taken = meanings.filter { apply($0) }
        self.taken[term, default: []] += taken
        guard let first = taken.first else {
            return SketchWord(word: term, use: .ignored, meaning: overruled(meanings))
        }
        let titles = taken.map(\.title).joined(separator: ", ")
        return SketchWord(word: term, use: first.use, meaning: titles)
    }

    /// Returns whether the meaning is new to the scene.
    private mutating func apply(_ meaning: SketchMeaning) -> Bool {
        switch meaning {
        case .weather(let weather): return weathers.insert(weather).inserted
        case .detail(let detail): return details.insert(detail).inserted
        case .setting, .time, .subject, .shot: break
        }
        guard decided.insert(meaning.use).inserted else { return false }
        switch meaning {
        case .setting(let setting): self.setting = setting
        case .time(let time): self.time = time
        case .subject(let subject): self.subject = subject
        case .shot(let shot): self.shot = shot
        case .weather, .detail: break
        }
        return true
    }

    private func overruled(_ meanings: [SketchMeaning]) -> String {
        switch meanings.first {
        case .setting: "The setting is already \(setting.rawValue)."
        case .time: "The time of day is already \(time.title)."
        case .subject: "The subject is already \(subject?.title ?? "chosen")."
        case .shot: "The shot is already a \(shot.title)."
        case .weather, .detail, nil: "It was said before."
        }
    }

    private static func usualSetting(of subject: SketchSubject?) -> SketchSetting {
        switch subject {
        case .lighthouse, .sailingBoat: .sea
        case .castle, .cabin, .dragon: .mountain
        case .astronaut: .dunes
        case .deer, .wolf, .tent: .forest
        case .figure, .tree, .car, .rocket, .horse, .robot, nil: .field
        }
    }
}

// What cannot be seen in the scene that the whole prompt makes.
extension SketchReading {
    /// Turns words whose only meaning does not show here into ignored ones.
    private mutating func tellWhatDoesNotShow() {
        for index in words.indices where [.detail, .weather].contains(words[index].use) {
            let reasons = (taken[words[index].word] ?? []).map { unseen($0) }
            guard let reason = reasons.first, !reasons.contains(nil), let reason else { continue }
            words[index] = SketchWord(word: words[index].word, use: .ignored, meaning: reason)
        }
    }

    /// Why a meaning does not show, or nil when it does.
    private func unseen(_ meaning: SketchMeaning) -> String? {
        switch meaning {
        case .weather(.snowy) where setting == .sea && !has(.coast):
            "Snow does not lie on the open sea."
        case .detail(let detail): unseen(detail)
        case .weather, .setting, .time, .subject, .shot: nil
        }
    }

    private func unseen(_ detail: SketchDetail) -> String? {
        let isMet: Bool
        switch detail {
        case .birds, .stars: return nil
        case .lake: isMet = setting == .mountain
        case .coast: isMet = setting == .sea
        case .wheat: isMet = setting == .field
        case .neon: isMet = setting == .city
        case .road: isMet = [.field, .forest, .canyon, .mountain].contains(setting) && !has(.lake)
        case .red: isMet = [.mountain, .dunes, .field].contains(setting) || has(.coast)
        case .calm, .rough: isMet = [.sea, .city].contains(setting) || has(.lake)
        case .walking, .hat, .umbrella, .coat, .dress, .pack, .sword:
            guard subject == .figure else { return "It needs a person in the picture." }
            return nil
        }
        return isMet ? nil : "It does not show in this setting (\(setting.rawValue))."
    }
}
