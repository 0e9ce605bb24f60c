/// Where a cursor goes in a text.
package enum TextMotion: String, CaseIterable, Hashable, Sendable {
    case left, right
    /// The start of the word before; readline's and vi's `b`.
    case wordLeft
    /// The end of the word after, as readline has it.
    case wordRight
    /// The start of the word after; vi's `w`.
    case nextWord
    /// The last character of a word; vi's `e`.
    case wordEnd
    case lineStart
    /// The first character of the line that is no space.
    case firstWord
    case lineEnd
    case start, end
}

extension TextField {
    /// Returns the place a motion leads to from the cursor.
    package func place(after motion: TextMotion) -> Int {
        switch motion {
        case .left: max(0, cursor - 1)
        case .right: min(characters.count, cursor + 1)
        case .wordLeft: wordLeft
        case .wordRight: wordRight
        case .nextWord: nextWord
        case .wordEnd: wordEnd
        case .lineStart: lineStart
        case .firstWord: firstWord
        case .lineEnd: lineEnd
        case .start: 0
        case .end: characters.count
        }
    }

    var lineStart: Int {
        (characters[..<cursor].lastIndex(where: \.isNewline) ?? -1) + 1
    }

    var lineEnd: Int {
        characters[cursor...].firstIndex(where: \.isNewline) ?? characters.count
    }

    private var firstWord: Int {
        characters[lineStart..<lineEnd].firstIndex { !$0.isWhitespace } ?? lineEnd
    }

    private var wordLeft: Int {
        var place = cursor
        while place > 0, !characters[place - 1].isWordPart { place -= 1 }
        while place > 0, characters[place - 1].isWordPart { place -= 1 }
        return place
    }

    private var wordRight: Int {
        var place = cursor
        while place < characters.count, !characters[place].isWordPart { place += 1 }
        while place < characters.count, characters[place].isWordPart { place += 1 }
        return place
    }

    /// Words, runs of other signs, and the spaces between them, as vi counts.
    private var nextWord: Int {
        guard cursor < characters.count else { return cursor }
        var place = cursor
        let kind = characters[place].kind
        while place < characters.count, kind != .space, characters[place].kind == kind {
            place += 1
        }
        while place < characters.count, characters[place].kind == .space { place += 1 }
        return place
    }

    private var wordEnd: Int {
        var place = min(characters.count, cursor + 1)
        while place < characters.count, characters[place].kind == .space { place += 1 }
        guard place < characters.count else { return max(cursor, characters.count - 1) }
        let kind = characters[place].kind
        while place + 1 < characters.count, characters[place + 1].kind == kind { place += 1 }
        return place
    }

    /// The word under a place, or the run of other signs.
    package func word(at place: Int) -> Range<Int> {
        guard characters.indices.contains(place) else { return place..<place }
        let kind = characters[place].kind
        var start = place
        var end = place
        while start > 0, characters[start - 1].kind == kind { start -= 1 }
        while end < characters.count, characters[end].kind == kind { end += 1 }
        return start..<end
    }
}

extension Character {
    fileprivate enum Kind { case space, word, sign }

    fileprivate var kind: Kind {
        if isWhitespace { return .space }
        return isWordPart ? .word : .sign
    }

    fileprivate var isWordPart: Bool {
        isLetter || isNumber || self == "_" || self == "'" || self == "’"
    }
}
