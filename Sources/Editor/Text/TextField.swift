/// Editable text with a cursor between its characters and, perhaps, a selection.
///
/// A character is what a reader takes for one (a grapheme), so an emoji of
/// several scalars is passed and deleted whole.
///
/// Two are equal when they show the same, whatever could be undone in them.
package struct TextField: Hashable, Sendable {
    package private(set) var text: String
    /// How many characters stand before the cursor.
    package private(set) var cursor: Int
    /// The other end of the selection; nil while nothing is selected.
    package private(set) var anchor: Int?
    /// The most characters it takes.
    package let limit: Int
    /// Whether it keeps line breaks; otherwise they become spaces.
    package let isMultiline: Bool
    /// What was deleted at once by the last change, to be put in elsewhere;
    /// nil where that was a single character.
    package internal(set) var killed: String?
    private var history = TextHistory()

    /// Without a place the cursor is at the end; one outside is clamped.
    package init(
        _ text: String = "",
        cursor: Int? = nil,
        anchor: Int? = nil,
        limit: Int = 1000,
        isMultiline: Bool = false
    ) {
        self.text = text
        self.limit = limit
        self.isMultiline = isMultiline
        let count = text.count
        self.cursor = min(max(0, cursor ?? count), count)
        self.anchor = anchor.map { min(max(0, $0), count) }
    }

    package static func == (left: TextField, right: TextField) -> Bool {
        left.text == right.text && left.cursor == right.cursor && left.anchor == right.anchor
            && left.limit == right.limit && left.isMultiline == right.isMultiline
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(cursor)
        hasher.combine(anchor)
    }

    package var isEmpty: Bool { text.isEmpty }

    var characters: [Character] { Array(text) }

    /// The selected characters, as offsets; nil while there are none.
    package var selection: Range<Int>? {
        guard let anchor, anchor != cursor else { return nil }
        return min(anchor, cursor)..<max(anchor, cursor)
    }

    /// The text of the selection.
    package var selectedText: String? { selection.map { String(characters[$0]) } }

    /// Moves the cursor; the selection goes, or grows with it.
    package mutating func move(to place: Int, selecting: Bool = false) {
        if selecting {
            anchor = anchor ?? cursor
        } else {
            anchor = nil
        }
        cursor = min(max(0, place), text.count)
    }

    package mutating func move(by characters: Int) { move(to: cursor + characters) }

    package mutating func move(_ motion: TextMotion, selecting: Bool = false) {
        // Left and right leave a selection at its ends, as everywhere.
        if !selecting, let selection, motion == .left || motion == .right {
            return move(to: motion == .left ? selection.lowerBound : selection.upperBound)
        }
        move(to: place(after: motion), selecting: selecting)
    }

    package mutating func select(_ range: Range<Int>) {
        move(to: range.lowerBound)
        move(to: range.upperBound, selecting: true)
    }

    package mutating func deselect() { anchor = nil }

    /// Puts text in before the cursor, which then stands behind it, in place
    /// of the selection.
    ///
    /// Control characters are left out and tabs become spaces.
    ///
    /// - Returns: Whether all of it had room.
    @discardableResult
    package mutating func insert(_ addition: String) -> Bool {
        let clean = TextCleaning.clean(addition, isMultiline: isMultiline)
        let isTyping = selection == nil && clean.count == 1
        let before = self
        if let selection { cut(selection) }
        let room = max(0, limit - text.count)
        let fitting = String(clean.prefix(room))
        if !fitting.isEmpty {
            let parts = split()
            join(parts.before + fitting, parts.after)
        }
        if text != before.text {
            note(before, isTyping: isTyping && !clean.allSatisfy(\.isWhitespace))
        }
        return fitting.utf8.count == clean.utf8.count
    }

    /// Deletes characters and keeps them as ``killed`` when they are several.
    package mutating func delete(_ range: Range<Int>) {
        let range = range.clamped(to: 0..<text.count)
        guard !range.isEmpty else {
            anchor = nil
            return
        }
        let before = self
        cut(range)
        note(before, isTyping: false)
    }

    /// Takes the last change back; false when there is none.
    @discardableResult
    package mutating func undo() -> Bool { travel { $0.undo(from: $1) } }

    /// Does again what was undone last; false when there is nothing.
    @discardableResult
    package mutating func redo() -> Bool { travel { $0.redo(from: $1) } }

    private mutating func travel(
        _ step: (inout TextHistory, TextHistory.Moment) -> TextHistory.Moment?
    ) -> Bool {
        let present = TextHistory.Moment(text: text, cursor: cursor)
        guard let moment = step(&history, present) else { return false }
        text = moment.text
        cursor = min(moment.cursor, text.count)
        anchor = nil
        return true
    }

    private mutating func note(_ before: TextField, isTyping: Bool) {
        let moment = TextHistory.Moment(text: before.text, cursor: before.cursor)
        history.note(moment, joining: isTyping)
    }

    private mutating func cut(_ range: Range<Int>) {
        let characters = characters
        if range.count > 1 { killed = String(characters[range]) }
        anchor = nil
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
}
