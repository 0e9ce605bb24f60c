extension PresetNode {
    /// Returns one of some words, or says which was likely meant.
    func choice(_ what: String, among words: [String]) throws(PresetError) -> String {
        let written = word ?? ""
        guard !words.contains(written) else { return written }
        let ending = "; allowed are \(words.spelledOut)."
        if let meant = written.likeliest(of: words) {
            throw error("\(what) is `\(written.excerpt)`, perhaps `\(meant)`" + ending)
        }
        let shown = word.map { "is `\($0.excerpt)`" } ?? "is one word"
        throw error("\(what) \(shown)\(ending)")
    }

    func choice<Case: RawRepresentable<String> & CaseIterable>(_ what: String, of type: Case.Type)
        throws(PresetError) -> Case
    {
        let word = try choice(what, among: type.allCases.map(\.rawValue))
        guard let choice = Case(rawValue: word) else { throw error("\(what) is not known.") }
        return choice
    }
}

extension String {
    /// Returns the word that somebody who wrote this most likely meant; nil
    /// when none is near.
    func likeliest(of words: [String]) -> String? {
        let written = String(prefix(40))
        guard !written.isEmpty else { return nil }
        let near = words.map { (word: $0, distance: written.editDistance(to: $0)) }
            .min { $0.distance < $1.distance }
        guard let near, near.distance <= max(1, written.count / 3) else { return nil }
        return near.word
    }
}
