/// Which column of the lanes a frame is in.
struct LaneScale: Equatable {
    /// The frames in sight.
    let frames: Range<Int>
    let columns: Int

    /// Returns the column of a frame; nil for one out of sight.
    func column(of frame: Int) -> Int? {
        frames.contains(frame) ? held(frame) : nil
    }

    /// Returns the column of a frame, at an edge for one out of sight.
    func held(_ frame: Int) -> Int {
        let span = Double(max(1, frames.count - 1))
        let share =
            Double(
                min(max(frame, frames.lowerBound), frames.upperBound - 1)
                    - frames.lowerBound
            ) / span
        return Int((share * Double(columns - 1)).rounded())
    }
}
