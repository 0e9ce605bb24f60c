import Yams

extension PlainTextNode {
    /// The text of a scalar as it stands; nil for lists and mappings.
    package var word: String? { node.scalar?.string }

    /// Returns one line of at least one visible character, and of no more
    /// Unicode scalars than the limit.
    package func text(_ what: String, limit: Int) throws(PlainTextError) -> String {
        let name = what.capitalisedFirst
        guard let text = word else { throw error("\(name) is a text.") }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw error("\(name) is empty; write a text.")
        }
        guard text.unicodeScalars.count <= limit else {
            throw error("\(name) is longer than \(limit) characters; shorten it.")
        }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw error(
                "\(name) holds a line break or control character; only plain text is allowed."
            )
        }
        return text
    }

    /// Returns a finite number within a range; a number in quotes is a text.
    ///
    /// The unit, such as `degrees`, is told with the range in errors.
    package func number(
        _ what: String,
        in range: ClosedRange<Double>,
        unit: String = ""
    ) throws(PlainTextError) -> Double {
        let name = what.capitalisedFirst
        let ends = "\(range.lowerBound.short) to \(range.upperBound.short)"
        let allowed = unit.isEmpty ? ends : "\(ends) (\(unit))"
        guard let scalar = node.scalar, scalar.style == .plain,
            let number = Double(scalar.string), number.isFinite
        else { throw error("\(name) is a number from \(allowed).") }
        guard range.contains(number) else {
            throw error("\(name) is \(scalar.string.excerpt); allowed is \(allowed).")
        }
        return number
    }

    /// Returns `true` or `false`; YAML's other spellings are refused.
    package func flag(_ what: String) throws(PlainTextError) -> Bool {
        switch word {
        case "true": true
        case "false": false
        default: throw error("\(what.capitalisedFirst) is `true` or `false`.")
        }
    }

    /// Returns one of the words there are; `what` is told with its article,
    /// such as `a theme`.
    package func choice(_ what: String, among known: [String]) throws(PlainTextError) -> String {
        guard let word else {
            throw error("Write \(what) in one word, such as `\(known.first ?? "")`.")
        }
        guard known.contains(word) else { throw unknown(word, what, among: known) }
        return word
    }
}

extension Double {
    fileprivate var short: String {
        rounded() == self && abs(self) < 1e9 ? String(Int(self)) : String(self)
    }
}
