// What cannot be seen in the scene that the whole prompt makes.
extension SketchReading {
    /// Turns words whose only meaning does not show here into ignored ones.
    mutating func tellWhatDoesNotShow() {
        for index in words.indices where [.detail, .weather].contains(words[index].use) {
            let reasons = (taken[words[index].word] ?? []).map { unseen($0) }
            guard let reason = reasons.first, !reasons.contains(nil), let reason else { continue }
            words[index] = SketchWord(word: words[index].word, use: .ignored, meaning: reason)
        }
    }

    /// Why a meaning does not show, or nil when it does.
    private func unseen(_ meaning: SketchMeaning) -> String? {
        switch meaning {
        case .weather(.snowy) where setting == .sea:
            "Snow does not lie on the open sea."
        case .weather where setting.isClosed && setting != .underwater:
            "There is no weather here (\(setting.title))."
        case .weather where setting == .underwater: "There is no weather under water."
        case .detail(let detail): unseen(detail)
        default: nil
        }
    }

    private func unseen(_ detail: SketchDetail) -> String? {
        if detail.isPersonal {
            let walkers: Set<SketchRole> = [.person]
            if detail == .running,
                cast.contains(where: { $0.subject == .horse || $0.subject == .rider })
            {
                return nil
            }
            guard cast.contains(where: { walkers.contains($0.subject.trait.role) }) else {
                return "It needs a person in the picture."
            }
            guard shows(.figure) || shows(.child) else {
                return "The person here is drawn without."
            }
            return nil
        }
        guard let settings = detail.settings, !settings.contains(setting) else { return nil }
        return "It does not show in this setting (\(setting.title))."
    }
}
