package import Editorial
package import Media

/// Which frame of which shot is shown when, decided before anything is done.
package struct AssemblyPlan: Sendable {
    package struct Shot: Sendable {
        package var path: String
        package var info: MediaInfo
        /// The shot's own frames that are used.
        package var range: Range<Int>
        /// Where it is shown in the film; overlaps its neighbours where they mix.
        package var place: Range<Int>
        package var join: ShotJoin
        /// Frames that the join to the shot before takes.
        package var joinCount: Int
    }

    /// What a frame of the film shows.
    package enum Moment: Hashable, Sendable {
        case one(shot: Int, frame: Int)
        /// Two shots, with the share, 0…1, that the second has.
        case two(first: Int, frame: Int, second: Int, secondFrame: Int, share: Double)
        /// A shot on its way to a colour or out of it, and how much of that.
        case dipped(shot: Int, frame: Int, into: FlatColour, share: Double)
    }

    package let list: EditList
    package let shots: [Shot]
    package let size: PixelSize
    package let rate: FrameRate

    /// Decides.
    ///
    /// - Throws: ``MediaError`` when a shot has not the frames that are wanted,
    ///   or is shorter than its joins.
    package init(_ list: EditList, infos: [MediaInfo]) throws(MediaError) {
        precondition(list.shots.count == infos.count, "Every shot is known.")
        guard let first = infos.first else {
            throw MediaError(kind: .unsupported, message: "There are no shots; name some films.")
        }
        self.list = list
        size = list.size ?? PostPlan.filmSize(of: first.size)
        let rate = list.rate ?? first.frameRate ?? FrameRate(24)
        self.rate = rate
        var shots: [Shot] = []
        var end = 0
        for (entry, info) in zip(list.shots, infos) {
            let range = try AssemblyPlan.range(of: entry, info)
            let own = info.frameRate ?? rate
            let count =
                own == rate
                ? range.count : rate.frameCount(for: own.time(of: FrameIndex(range.count)))
            let isFirst = shots.isEmpty
            let joined = isFirst ? 0 : rate.frame(at: entry.join.length).value
            try AssemblyPlan.check(joined, fits: count, and: shots.last?.place.count, entry.path)
            let start = entry.join.overlaps ? end - joined : end
            shots.append(
                Shot(
                    path: entry.path,
                    info: info,
                    range: range,
                    place: start..<start + count,
                    join: isFirst || joined == 0 ? .cut : entry.join,
                    joinCount: joined
                )
            )
            end = start + count
        }
        self.shots = shots
    }

    package var frameCount: Int { shots.last?.place.upperBound ?? 0 }

    /// Returns what a frame shows.
    ///
    /// - Precondition: The film has the frame.
    package func moment(at index: FrameIndex) -> Moment {
        let number = index.value
        guard let last = shots.lastIndex(where: { $0.place.contains(number) }) else {
            preconditionFailure("Every frame of the film is in a shot.")
        }
        let shot = shots[last]
        let frame = number - shot.place.lowerBound
        if shot.join.overlaps, frame < shot.joinCount {
            let before = shots[last - 1]
            return .two(
                first: last - 1,
                frame: number - before.place.lowerBound,
                second: last,
                secondFrame: frame,
                share: (Double(frame) + 0.5) / Double(shot.joinCount)
            )
        }
        if let (colour, share) = dip(at: frame, of: last) {
            return .dipped(shot: last, frame: frame, into: colour, share: share)
        }
        return .one(shot: last, frame: frame)
    }

    /// How much of a colour a frame near the end or the beginning of a shot has.
    private func dip(at frame: Int, of number: Int) -> (FlatColour, Double)? {
        let shot = shots[number]
        if case .dip(_, let colour) = shot.join, frame < shot.joinCount / 2 {
            let half = Double(shot.joinCount / 2)
            return (colour, 1 - (Double(frame) + 0.5) / half)
        }
        guard number + 1 < shots.count, case .dip(_, let colour) = shots[number + 1].join else {
            return nil
        }
        let half = shots[number + 1].joinCount / 2
        let left = shot.place.count - frame
        return left <= half ? (colour, 1 - (Double(left) - 0.5) / Double(half)) : nil
    }

    private static func range(
        of entry: EditList.Shot,
        _ info: MediaInfo
    ) throws(MediaError) -> Range<Int> {
        guard info.kind == .video, let rate = info.frameRate, let count = info.frameCount else {
            throw MediaError(
                kind: .unsupported,
                message: "\(entry.path) is a picture; make a shot of it with “kinema render”."
            )
        }
        let first = rate.frame(at: entry.start).value
        let asked = entry.length.map { rate.frameCount(for: $0) } ?? max(0, count - first)
        guard first < count, asked > 0, first + asked <= count else {
            throw MediaError(
                kind: .unsupported,
                message: "\(entry.path) lasts \(rate.time(of: FrameIndex(count)).seconds) s, less "
                    + "than what is wanted of it; choose an earlier start or a shorter length."
            )
        }
        return first..<first + asked
    }

    private static func check(
        _ join: Int,
        fits count: Int,
        and before: Int?,
        _ path: String
    ) throws(MediaError) {
        guard let before, join > min(count, before) else { return }
        throw MediaError(
            kind: .unsupported,
            message: "The join to \(path) takes \(join) frames, more than the shots have; "
                + "make it shorter."
        )
    }
}
