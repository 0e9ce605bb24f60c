import Editorial

extension Draft {
    /// Whether it can be calculated with: a database that was tampered with
    /// may hold fractions over 0 or sizes that no memory holds.
    var isSound: Bool {
        let rate = frameRate
        return (1...1_000_000).contains(rate.numerator)
            && (1...1_000_000).contains(rate.denominator)
            && (0...1_000_000_000).contains(duration.numerator)
            && (1...1_000_000_000).contains(duration.denominator)
            && duration.seconds <= 3600 && rate.framesPerSecond <= 1000
            && (1...100).contains(aspect.horizontal) && (1...100).contains(aspect.vertical)
            && (2...16384).contains(shortSide)
            && motions.count <= 64 && motions.allSatisfy(\.strength.isFinite)
    }
}

extension EditHistory {
    /// Whether undoing and redoing stay inside it and give sound drafts.
    var isSound: Bool {
        (0...edits.count).contains(position) && edits.allSatisfy(\.isSound)
    }
}

extension Edit {
    fileprivate var isSound: Bool {
        switch self {
        case .changeDraft(_, let old, let new): old.isSound && new.isSound
        case .insertShot(let shot, _), .removeShot(let shot, _): shot.draft.isSound
        case .renameProject, .renameShot, .moveShot, .selectTake: true
        }
    }
}
