extension Review {
    /// The most comments of one film.
    package static let commentLimit = 10_000
}

extension ReviewComment {
    /// The most characters of a text or an author’s name.
    package static let textLimit = 10_000

    /// Whether it is about frames and a place that a film may have, in texts of bounded length.
    package var isSound: Bool {
        let texts = [text, author] + replies.flatMap { [$0.text, $0.author] }
        let mark = mark.map { Mark(x: $0.x, y: $0.y, width: $0.width, height: $0.height) }
        return (0...100_000_000).contains(first) && (first...100_000_000).contains(last)
            && texts.allSatisfy { $0.count <= Self.textLimit } && mark != .some(nil)
    }
}
