import Editor
import Editorial
import Input

/// A review in somebody's hands: where the cursor is, what is being written.
///
/// A value that decides and does nothing: what it asks for is carried out by
/// the program around it.
struct ReviewSession: Equatable {
    /// What a key comes to.
    enum Answer: Equatable {
        /// It means nothing here; the player may have it.
        case passed
        case taken
        case goTo(Int)
        /// The film rests here while something is written.
        case pause
        case save
    }

    /// What a line that is being written is for.
    enum Writing: Equatable {
        case comment(frames: ClosedRange<Int>)
        case reply(Int)
    }

    private(set) var review: Review
    let author: String
    private(set) var selection: Int?
    private(set) var writing: Writing?
    private(set) var field = TextField(limit: 10_000)
    /// The first frame of what the next comment is about.
    private(set) var start: Int?
    /// What was taken away last.
    private var removed: ReviewComment?
    /// What the other versions are called.
    let versions: [String]
    /// The version that is seen with the film.
    var versus: PlayerOverlay.Versus?
    /// Where in the picture the next comment is about.
    private(set) var placed: ReviewComment.Mark?
    private var corner: PicturePoint?
    /// A sentence for the reader; empty for nothing.
    var notice = ""

    init(_ review: Review, author: String, versions: [String] = []) {
        self.review = review
        self.author = author
        self.versions = versions
        selection = review.comments.first?.number
    }

    var current: ReviewComment? { selection.flatMap { review[$0] } }

    /// Takes a key while the film shows a frame.
    mutating func press(_ chord: KeyChord, at frame: Int, now: Timestamp) -> Answer {
        if writing != nil { return write(chord, now: now) }
        notice = ""
        guard chord.modifiers.subtracting(.shift).isEmpty, case .character(let key) = chord.key
        else {
            return chord.key == .enter ? show() : .passed
        }
        switch key {
        case "c": return begin(.comment(frames: frames(to: frame)))
        case "i":
            start = frame
            notice = "From frame \(frame); go to the last one, then c."
            return .taken
        case "n": return select(review.comment(after: current?.first ?? frame - 1))
        case "N": return select(review.comment(after: current?.first ?? frame, isBack: true))
        case "j": return move(1)
        case "k": return move(-1)
        case "r": return current.map { begin(.reply($0.number)) } ?? nothing()
        case "x": return change { $0.isResolved.toggle() }
        case "D": return remove()
        case "u": return restore()
        case "A": return decide(.approved)
        case "R": return decide(.changes)
        case "d": return decide(.discussion)
        case "w": return compare()
        case "v": return nextVersion()
        case "[": return wipe(by: -5)
        case "]": return wipe(by: 5)
        default: return .passed
        }
    }

    /// Takes over the review as it was kept, with what others said meanwhile.
    mutating func take(_ now: Review) {
        let last = current
        review = now
        // One that was just added may have got another number.
        let same = now.comments.first { $0.at == last?.at && $0.text == last?.text }
        if let same { selection = same.number }
    }

    mutating func paste(_ text: String) {
        if writing != nil { field.insert(text) }
    }

    private mutating func begin(_ what: Writing) -> Answer {
        writing = what
        field = TextField(limit: 10_000)
        return .pause
    }

    private func frames(to frame: Int) -> ClosedRange<Int> {
        let first = start ?? frame
        return min(first, frame)...max(first, frame)
    }

    private mutating func write(_ chord: KeyChord, now: Timestamp) -> Answer {
        switch chord.key {
        case .escape:
            writing = nil
            placed = nil
        case .enter: return finish(now: now)
        case .backspace: field.deleteBackward()
        case .left: field.move(to: field.cursor - 1, selecting: false)
        case .right: field.move(to: field.cursor + 1, selecting: false)
        case .home: field.move(to: 0, selecting: false)
        case .end: field.move(to: field.text.count, selecting: false)
        case .character("c") where chord.modifiers == .control:
            writing = nil
            placed = nil
        case .character("u") where chord.modifiers == .control: field = TextField(limit: 10_000)
        case .character(let character) where chord.modifiers.subtracting(.shift).isEmpty:
            field.insert(String(character))
        default: break
        }
        return .taken
    }

    /// Keeps what was written; a first word such as `@0.4,0.3` is a place in the picture.
    private mutating func finish(now: Timestamp) -> Answer {
        guard let what = writing else { return .taken }
        var text = field.text.trimmingSpaces
        var mark = placed
        if case .comment = what, text.hasPrefix("@") {
            let word = text.dropFirst().prefix { !$0.isWhitespace }
            guard let place = ReviewComment.Mark(word) else {
                notice = "@\(word) is no place; write @0.4,0.3, or @0.1,0.1,0.5,0.5 for a box."
                return .taken
            }
            mark = place
            text = String(text.dropFirst(word.count + 1)).trimmingSpaces
        }
        writing = nil
        placed = nil
        guard !text.isEmpty else { return .taken }
        switch what {
        case .comment(let frames):
            start = nil
            selection = review.add(
                ReviewComment(frames: frames, mark: mark, author: author, text: text, at: now)
            )
        case .reply(let number):
            review.change(number) {
                $0.replies.append(ReviewComment.Reply(author: author, text: text, at: now))
            }
        }
        return .save
    }

    /// Puts a pin where the pointer presses, and draws a box where it drags.
    mutating func point(
        _ kind: PointerEvent.Kind,
        at place: PicturePoint?,
        frame: Int
    ) -> Answer {
        switch kind {
        case .press:
            guard let place, let mark = Self.pin(place) else { return .passed }
            if case .reply = writing { return .taken }
            corner = place
            placed = mark
            return writing == nil ? begin(.comment(frames: frames(to: frame))) : .taken
        case .drag:
            guard let corner, let place, let box = Self.box(corner, place) else { return .taken }
            placed = box
            return .taken
        case .release:
            corner = nil
            return .taken
        case .move, .wheelUp, .wheelDown: return .passed
        }
    }

    private static func pin(_ place: PicturePoint) -> ReviewComment.Mark? {
        ReviewComment.Mark(x: rounded(place.x), y: rounded(place.y))
    }

    /// nil while it is too small to be meant.
    private static func box(_ one: PicturePoint, _ other: PicturePoint) -> ReviewComment.Mark? {
        let (x, y) = (rounded(min(one.x, other.x)), rounded(min(one.y, other.y)))
        let (width, height) = (rounded(abs(one.x - other.x)), rounded(abs(one.y - other.y)))
        guard width > 0.01, height > 0.01 else { return nil }
        return ReviewComment.Mark(
            x: x,
            y: y,
            width: min(width, 1 - x),
            height: min(height, 1 - y)
        )
    }

    private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }

    private mutating func select(_ comment: ReviewComment?) -> Answer {
        guard let comment else { return nothing() }
        selection = comment.number
        return .goTo(comment.first)
    }

    private mutating func move(_ rows: Int) -> Answer {
        let all = review.comments
        guard !all.isEmpty else { return nothing() }
        let place = all.firstIndex { $0.number == selection } ?? 0
        return select(all[min(max(0, place + rows), all.count - 1)])
    }

    private func show() -> Answer { current.map { .goTo($0.first) } ?? .taken }

    private mutating func nothing() -> Answer {
        notice = "Nothing was said yet; c says something about this frame."
        return .taken
    }

    private mutating func change(_ change: (inout ReviewComment) -> Void) -> Answer {
        guard let selection, review.change(selection, change) else { return nothing() }
        return .save
    }

    private mutating func remove() -> Answer {
        guard let comment = current else { return nothing() }
        removed = comment
        review.remove(comment.number)
        selection = review.comment(after: comment.first - 1)?.number
        notice = "It is gone; u brings it back."
        return .save
    }

    private mutating func restore() -> Answer {
        guard let comment = removed else { return .taken }
        removed = nil
        selection = review.add(comment)
        return .save
    }

    /// Takes a verdict, or takes it back.
    private mutating func decide(_ verdict: Review.Verdict) -> Answer {
        review.verdict = review.verdict == verdict ? nil : verdict
        notice = review.verdict.map { "The film is \($0.title)." } ?? "There is no verdict now."
        if review.verdict == .discussion { notice = "The film needs discussion." }
        if review.verdict == .changes { notice = "Changes are requested." }
        return .save
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
