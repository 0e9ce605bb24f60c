/// What people said of a film, frame by frame, and whether it is good.
package struct Review: Hashable, Codable, Sendable {
    package enum Verdict: String, CaseIterable, Hashable, Codable, Sendable {
        case approved, changes, discussion

        /// The words a person reads.
        package var title: String {
            switch self {
            case .approved: "approved"
            case .changes: "changes requested"
            case .discussion: "needs discussion"
            }
        }
    }

    /// By the frame they begin at.
    package private(set) var comments: [ReviewComment]
    package var verdict: Verdict?

    package init(comments: [ReviewComment] = [], verdict: Verdict? = nil) {
        self.comments = comments.sorted { ($0.first, $0.number) < ($1.first, $1.number) }
        self.verdict = verdict
    }

    /// How many wait for somebody to do something.
    package var openCount: Int { comments.count { !$0.isResolved } }

    package subscript(number: Int) -> ReviewComment? { comments.first { $0.number == number } }

    /// Adds a comment and numbers it.
    ///
    /// - Returns: Its number, which no other ever had.
    @discardableResult
    package mutating func add(_ comment: ReviewComment) -> Int {
        var comment = comment
        comment.number = (comments.map(\.number).max() ?? 0) + 1
        comments.append(comment)
        comments.sort { ($0.first, $0.number) < ($1.first, $1.number) }
        return comment.number
    }

    /// Changes a comment where it stands.
    ///
    /// - Returns: Whether there is such a comment.
    @discardableResult
    package mutating func change(_ number: Int, _ change: (inout ReviewComment) -> Void) -> Bool {
        guard let place = comments.firstIndex(where: { $0.number == number }) else { return false }
        change(&comments[place])
        return true
    }

    package mutating func remove(_ number: Int) { comments.removeAll { $0.number == number } }

    /// Returns the comment after a frame, or with `isBack` the one before it,
    /// around the end.
    package func comment(after frame: Int, isBack: Bool = false) -> ReviewComment? {
        isBack
            ? comments.last { $0.first < frame } ?? comments.last
            : comments.first { $0.first > frame } ?? comments.first
    }
}

/// Something said of a frame, or of several in a row.
package struct ReviewComment: Hashable, Codable, Sendable {
    /// Where in the picture: from its left and top edge, 0…1; with a width and
    /// height it is a box.
    package struct Mark: Hashable, Codable, Sendable {
        package let x: Double
        package let y: Double
        package let width: Double?
        package let height: Double?

        /// nil for what does not lie within the picture.
        package init?(x: Double, y: Double, width: Double? = nil, height: Double? = nil) {
            let isBox = width != nil && height != nil
            guard (0...1).contains(x), (0...1).contains(y), (width == nil) == (height == nil),
                !isBox
                    || (0...1).contains(x + (width ?? 0)) && (width ?? 0) > 0
                        && (0...1).contains(y + (height ?? 0)) && (height ?? 0) > 0
            else { return nil }
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }

        /// Reads `0.4,0.6` or `0.1,0.2,0.3,0.3`.
        package init?(_ text: some StringProtocol) {
            let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
                .map { Double($0) }
            switch (numbers.count, numbers.compactMap(\.self)) {
            case (2, let n) where n.count == 2: self.init(x: n[0], y: n[1])
            case (4, let n) where n.count == 4:
                self.init(x: n[0], y: n[1], width: n[2], height: n[3])
            default: return nil
            }
        }
    }

    package struct Reply: Hashable, Codable, Sendable {
        package let author: String
        package let text: String
        package let at: Timestamp

        package init(author: String, text: String, at: Timestamp) {
            self.author = author
            self.text = text
            self.at = at
        }
    }

    /// Counted from 1 within its film.
    package fileprivate(set) var number: Int
    /// The frames it is about, counted from 0; one where both are the same.
    package let first: Int
    package let last: Int
    package let mark: Mark?
    package let author: String
    package let text: String
    package let at: Timestamp
    package var replies: [Reply]
    package var isResolved: Bool

    /// A number is given to one that was numbered before; else ``Review/add(_:)`` does.
    package init(
        number: Int = 0,
        frames: ClosedRange<Int>,
        mark: Mark? = nil,
        author: String,
        text: String,
        at: Timestamp
    ) {
        self.number = number
        first = max(0, frames.lowerBound)
        last = max(0, frames.upperBound)
        self.mark = mark
        self.author = author
        self.text = text
        self.at = at
        replies = []
        isResolved = false
    }
}
