import Editorial

/// How much of a shot the timeline's lanes show, and from where on.
package struct TimelineZoom: Hashable, Sendable {
    /// Doubles with every step; 0 shows all of the shot.
    package private(set) var steps = 0
    /// The frame that the lanes begin at, as long as the playhead is in sight then.
    private(set) var first = 0

    private static let limit = 6
    private static let leastFrames = 8

    mutating func change(by steps: Int, around frame: Int, of total: Int) {
        self.steps = min(max(0, self.steps + steps), Self.limit)
        first = frame - shown(of: total) / 2
    }

    mutating func showAll() { steps = 0 }

    /// How many of a shot's frames are in sight.
    func shown(of total: Int) -> Int { max(min(total, Self.leastFrames), total >> steps) }

    /// Returns the frames in sight, the playhead's among them.
    func frames(of total: Int, playhead: Int) -> Range<Int> {
        let shown = shown(of: total)
        let near = min(max(first, playhead - shown + 1), playhead)
        let start = min(max(0, near), total - shown)
        return start..<start + shown
    }
}

extension EditorState {
    /// The frames that the lanes show.
    package var laneFrames: Range<Int> {
        let total = max(1, previewRequest.frameCount)
        return timelineZoom.frames(of: total, playhead: min(playback.frame.value, total - 1))
    }

    /// Goes to the frame that a cell of the lanes stands for.
    mutating func scrubLanes(column: Int, columns: Int) {
        let frames = laneFrames
        let cells = max(1, columns - 1)
        let place = min(max(0, column), cells)
        let share = Double(place) / Double(cells) * Double(frames.count - 1)
        seek(to: frames.lowerBound + Int(share.rounded()))
    }
}
