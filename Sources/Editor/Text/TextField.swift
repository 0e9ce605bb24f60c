/// Editable text with a cursor between its characters.
///
/// A character is what a reader takes for one (a grapheme), so an emoji of
/// several scalars is passed and deleted whole.
package struct TextField: Hashable, Sendable {
    package private(set) var text: String
    /// How many characters stand before the cursor.
    package private(set) var cursor: Int
    /// The most characters it takes.
    package let limit: Int
    /// Whether it keeps line breaks; otherwise they become spaces.
    package let isMultiline: Bool

    /// Without a place the cursor is at the end; one outside is clamped.
    package init(
        _ text: String = "",
        cursor: Int? = nil,
        limit: Int = 1000,
        isMultiline: Bool = false
    ) {
        self.text = text
        self.limit = limit
        self.isMultiline = isMultiline
        let count = text.count
        self.cursor = min(max(0, cursor ?? count), count)
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Puts text in before the cursor, which then stands behind it.
    ///
    /// Control characters are left out and tabs become spaces.
    ///
    /// - Returns: Whether all of it had room.
    @discardableResult
    package mutating func insert(_ addition: String) -> Bool {
        let clean = cleaned(addition)
        let room = max(0, limit - text.count)
        let fitting = String(clean.prefix(room))
        guard !fitting.isEmpty else { return clean.isEmpty }
        let parts = split()
        join(parts.before + fitting, parts.after)
        return fitting.utf8.count == clean.utf8.count
    }

    package mutating func move(to place: Int) {
        cursor = min(max(0, place), text.count)
    }

    package mutating func move(by characters: Int) { move(to: cursor + characters) }

    package mutating func moveToLineStart() { cursor = lineStart }
    package mutating func moveToLineEnd() { cursor = lineEnd }
    package mutating func moveWordLeft() { cursor = wordLeft }
    package mutating func moveWordRight() { cursor = wordRight }

    package mutating func deleteBackward() { delete(max(0, cursor - 1)..<cursor) }
    package mutating func deleteForward() { delete(cursor..<min(text.count, cursor + 1)) }
    package mutating func deleteWordBackward() { delete(wordLeft..<cursor) }

    /// Deletes to the start of the line; at the start, the line break before it.
    package mutating func deleteToLineStart() {
        let start = lineStart
        delete(start == cursor ? max(0, cursor - 1)..<cursor : start..<cursor)
    }

    /// Deletes to the end of the line; at the end, the line break.
    package mutating func deleteToLineEnd() {
        let end = lineEnd
        delete(end == cursor ? cursor..<min(text.count, cursor + 1) : cursor..<end)
    }

    private mutating func delete(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let characters = Array(text)
        join(String(characters[..<range.lowerBound]), String(characters[range.upperBound...]))
    }

    private func split() -> (before: String, after: String) {
        let index = text.index(text.startIndex, offsetBy: cursor)
        return (String(text[..<index]), String(text[index...]))
    }

    /// Takes `before` and `after` for the text and puts the cursor between them.
    ///
    /// The two may join into one character (a letter and its accent); the
    /// cursor then goes behind it.
    private mutating func join(_ before: String, _ after: String) {
        text = before + after
        let seam = before.utf8.count
        var passed = 0
        cursor = 0
        for character in text {
            guard passed < seam else { break }
            passed += character.utf8.count
            cursor += 1
        }
    }

    private func cleaned(_ addition: String) -> String {
        var clean = String.UnicodeScalarView()
        for character in addition {
            if character.isNewline {
                clean.append(isMultiline ? "\n" : " ")
            } else if character == "\t" {
                clean.append(" ")
            } else {
                clean.append(
                    contentsOf: character.unicodeScalars.filter {
                        $0.properties.generalCategory != .control
                    }
                )
            }
        }
        return String(clean)
    }
}

extension TextField {
    private var lineStart: Int {
        let characters = Array(text)
        return (characters[..<cursor].lastIndex(where: \.isNewline) ?? -1) + 1
    }

    private var lineEnd: Int {
        let characters = Array(text)
        return characters[cursor...].firstIndex(where: \.isNewline) ?? characters.count
    }

    /// The start of the word before the cursor.
    private var wordLeft: Int {
        let characters = Array(text)
        var place = cursor
        while place > 0, !characters[place - 1].isWordPart { place -= 1 }
        while place > 0, characters[place - 1].isWordPart { place -= 1 }
        return place
    }

    /// The end of the word after the cursor.
    private var wordRight: Int {
        let characters = Array(text)
        var place = cursor
        while place < characters.count, !characters[place].isWordPart { place += 1 }
        while place < characters.count, characters[place].isWordPart { place += 1 }
        return place
    }
}

extension Character {
    fileprivate var isWordPart: Bool {
        isLetter || isNumber || self == "_" || self == "'" || self == "’"
    }
}
