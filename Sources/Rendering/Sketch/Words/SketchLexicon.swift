/// The words that the sketch understands.
///
/// One row for each set of meanings, terms separated by commas; a term may be
/// a phrase, and is given in the singular. Nothing belongs here that the
/// painter does not act upon.
enum SketchLexicon {
    typealias Row = (meanings: [SketchMeaning], terms: String)

    static let rows: [Row] =
        places + wilds + light + weather + air + people + beasts + flyers + vessels + buildings
        + growth + camera + moods + colours + counts + styles

    /// What a term means, and whether it was found as a plural.
    struct Entry: Hashable, Sendable {
        let meanings: [SketchMeaning]
        let isPlural: Bool
    }

    /// Looks up a term in lower case; nil when it is not known in any form.
    static func entry(for term: String) -> Entry? {
        if let meanings = meanings[term] { return Entry(meanings: meanings, isPlural: false) }
        for singular in singulars(of: term) {
            if let meanings = meanings[singular] {
                return Entry(meanings: meanings, isPlural: true)
            }
        }
        return nil
    }

    /// The meanings of every term.
    static let meanings: [String: [SketchMeaning]] = {
        var table: [String: [SketchMeaning]] = [:]
        for row in rows {
            for term in terms(of: row) { table[term] = row.meanings }
        }
        return table
    }()

    /// The number of words in the longest term.
    static let longestTerm = meanings.keys.map { $0.split(separator: " ").count }.max() ?? 1

    static func terms(of row: Row) -> [String] {
        row.terms.split(separator: ",").map {
            $0.split(separator: " ").joined(separator: " ")
        }
    }

    private static let irregulars = [
        "men": "man", "women": "woman", "children": "child", "people": "person",
        "wolves": "wolf", "geese": "goose", "snowmen": "snowman", "spacemen": "spaceman",
        "butterflies": "butterfly", "cacti": "cactus", "leaves": "leaf",
        "firemen": "fireman", "horsemen": "horseman",
    ]

    /// What a term may be the plural of; its last word decides.
    private static func singulars(of term: String) -> [String] {
        var words = term.split(separator: " ").map(String.init)
        guard let last = words.popLast() else { return [] }
        var forms: [String] = []
        if let irregular = irregulars[last] { forms.append(irregular) }
        guard last.count > 3 else { return forms.map { (words + [$0]).joined(separator: " ") } }
        if last.hasSuffix("'s") { forms.append(String(last.dropLast(2))) }
        if last.hasSuffix("ies") { forms.append(String(last.dropLast(3)) + "y") }
        if last.hasSuffix("es") { forms.append(String(last.dropLast(2))) }
        if last.hasSuffix("s") { forms.append(String(last.dropLast())) }
        return forms.map { (words + [$0]).joined(separator: " ") }
    }
}
