extension Shot {
    /// The frames of it that the film has, counted from the shot's first.
    package var usedFrames: Range<Int> {
        let total = draft.frameCount
        guard let trim = cut.trim?.held(to: total) else { return 0..<total }
        return trim.first.value..<trim.end.value
    }

    /// How long it is in the film.
    package var length: RationalTime {
        guard cut.trim?.held(to: draft.frameCount) != nil else { return draft.duration }
        return draft.frameRate.time(of: FrameIndex(usedFrames.count))
    }
}

extension Project {
    /// When each shot begins in the film, in their order.
    ///
    /// A transition in which both are seen lets a shot begin before the one
    /// before has ended, by no more than half of the shorter of the two.
    package var starts: [RationalTime] {
        var starts: [RationalTime] = []
        var end = RationalTime.zero
        var before: Shot?
        for shot in shots {
            let start = max(.zero, end - overlap(of: shot, after: before))
            starts.append(start)
            end = start + shot.length
            before = shot
        }
        return starts
    }

    /// How long the film is.
    package var length: RationalTime {
        guard let last = shots.last, let start = starts.last else { return .zero }
        return start + last.length
    }

    private func overlap(of shot: Shot, after before: Shot?) -> RationalTime {
        guard let transition = shot.cut.transition, transition.kind.overlaps, let before else {
            return .zero
        }
        let shorter = min(shot.length, before.length)
        let half = RationalTime(shorter.numerator, shorter.denominator * 2)
        return max(.zero, min(transition.duration, half))
    }
}
