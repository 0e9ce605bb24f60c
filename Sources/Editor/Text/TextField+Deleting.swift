extension TextField {
    /// Deletes what lies between the cursor and where a motion leads, or the
    /// selection.
    package mutating func delete(to motion: TextMotion) {
        if let selection { return delete(selection) }
        // To the end of a word means with its last character.
        let place = place(after: motion) + (motion == .wordEnd ? 1 : 0)
        delete(min(cursor, place)..<max(cursor, place))
    }

    package mutating func deleteBackward() { delete(to: .left) }
    package mutating func deleteForward() { delete(to: .right) }
    package mutating func deleteWordBackward() { delete(to: .wordLeft) }

    /// Deletes to the start of the line; at the start, the line break before it.
    package mutating func deleteToLineStart() {
        delete(to: lineStart == cursor ? .left : .lineStart)
    }

    /// Deletes to the end of the line; at the end, the line break.
    package mutating func deleteToLineEnd() {
        delete(to: lineEnd == cursor ? .right : .lineEnd)
    }

    /// Deletes the line with its line break.
    package mutating func deleteLine() {
        let (start, end) = (lineStart, lineEnd)
        let hasBreak = end < characters.count
        delete((hasBreak || start == 0 ? start : start - 1)..<(hasBreak ? end + 1 : end))
    }

    /// Deletes what stands on the line and leaves it empty.
    package mutating func clearLine() { delete(lineStart..<lineEnd) }

    /// Exchanges the two characters before the cursor, or around it.
    package mutating func transpose() {
        let characters = characters
        let second = cursor < characters.count && cursor > 0 ? cursor : cursor - 1
        guard second >= 1, !characters[second].isNewline, !characters[second - 1].isNewline
        else { return }
        let pair = String([characters[second], characters[second - 1]])
        select(second - 1..<second + 1)
        insert(pair)
        killed = nil
    }
}
