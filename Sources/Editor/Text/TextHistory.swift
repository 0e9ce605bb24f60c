/// What a text was before its changes, so that they can be taken back.
struct TextHistory: Hashable, Sendable {
    struct Moment: Hashable, Sendable {
        var text: String
        var cursor: Int
    }

    private var past: [Moment] = []
    private var future: [Moment] = []
    /// Whether the last change was a letter, which the next one joins.
    private var isTyping = false

    /// The most changes that can be taken back.
    private static let limit = 100

    /// Keeps what was before a change; letters in a row are one change.
    mutating func note(_ moment: Moment, joining isLetter: Bool) {
        future = []
        defer { isTyping = isLetter }
        guard !(isTyping && isLetter) else { return }
        past.append(moment)
        if past.count > Self.limit { past.removeFirst() }
    }

    mutating func undo(from present: Moment) -> Moment? {
        isTyping = false
        guard let moment = past.popLast() else { return nil }
        future.append(present)
        return moment
    }

    mutating func redo(from present: Moment) -> Moment? {
        isTyping = false
        guard let moment = future.popLast() else { return nil }
        past.append(present)
        return moment
    }
}
