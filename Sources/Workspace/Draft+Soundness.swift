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
            && camera.isSound
    }
}

extension EditHistory {
    /// Whether undoing and redoing give sound drafts.
    var isSound: Bool { nodes.allSatisfy(\.edit.isSound) }
}

extension Edit {
    fileprivate var isSound: Bool {
        switch self {
        case .changeDraft(_, let old, let new): old.isSound && new.isSound
        case .insertShot(let shot, _), .removeShot(let shot, _):
            shot.draft.isSound && shot.cut.isSound
        case .changeMusic(let old, let new): (old?.isSound ?? true) && (new?.isSound ?? true)
        case .changeCut(_, let old, let new): old.isSound && new.isSound
        case .several(let edits, _): edits.count <= 10_000 && edits.allSatisfy(\.isSound)
        case .renameProject, .renameShot, .moveShot, .selectTake: true
        }
    }
}

extension HandCamera {
    fileprivate var isSound: Bool {
        lanes.count <= 32
            && lanes.values.allSatisfy { keys in
                keys.count <= Self.keyLimit
                    && keys.allSatisfy {
                        $0.value.isFinite && (0...1_000_000).contains($0.frame.value)
                    }
            }
            && anchor.map { (-4...4).contains($0.x) && (-4...4).contains($0.y) } ?? true
    }
}

extension Cut {
    /// Whether it can be calculated with, wherever it comes from.
    var isSound: Bool {
        let frames = 0...1_000_000
        let trimIsSound =
            trim.map { frames.contains($0.first.value) && (1...1_000_000).contains($0.count) }
            ?? true
        let durationIsSound =
            transition.map {
                (1...1_000_000_000).contains($0.duration.denominator)
                    && (0...1_000_000_000).contains($0.duration.numerator)
            } ?? true
        return trimIsSound && durationIsSound && markers.count <= 1000
            && markers.allSatisfy { frames.contains($0.frame.value) }
    }
}
