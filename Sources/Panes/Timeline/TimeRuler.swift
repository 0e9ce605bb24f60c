import Editorial

/// The seconds under the timeline, at places that leave room between them.
struct TimeRuler {
    let duration: RationalTime

    private static let steps = [0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60]

    /// Returns the labels and the columns they start at; the last ends at the edge.
    func labels(columns: Int) -> [(column: Int, text: String)] {
        let seconds = duration.seconds
        guard columns >= 12, seconds > 0 else { return [] }
        let room = max(1, columns / 12)
        let step = Self.steps.first { seconds / $0 <= Double(room) } ?? seconds
        var labels: [(column: Int, text: String)] = []
        let end = label(seconds)
        let last = columns - end.count
        var time = 0.0
        while time < seconds - step / 4, labels.count < 64 {
            let column = Int((time / seconds * Double(columns - 1)).rounded())
            let text = label(time)
            if column + text.count + 2 <= last { labels.append((column, text)) }
            time += step
        }
        labels.append((last, end))
        return labels
    }

    private func label(_ seconds: Double) -> String {
        seconds == seconds.rounded()
            ? "\(Int(seconds)) s" : "\(Figures.strength(seconds)) s"
    }
}
