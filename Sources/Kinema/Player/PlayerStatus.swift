import Editorial
import Terminal

/// The player's one line of text: where it is, how pictures are drawn, and why.
struct PlayerStatus {
    let clock: PlayerClock
    let frame: FrameIndex
    let graphics: GraphicsProtocol
    let framesPerSecond: Int?
    /// What was held back for the line; empty for nothing.
    let words: String
    let name: String

    /// Returns as much as fits, the least important left out first.
    func text(columns: Int) -> String {
        let sign = clock.isPlaying ? "▶" : "⏸"
        let length = FrameIndex(clock.count)
        var parts = ["\(sign) \(spelled(frame)) / \(spelled(length))", graphics.rawValue]
        if let framesPerSecond, clock.isPlaying { parts.append("\(framesPerSecond) fps") }
        if !words.isEmpty { parts.append(words) }
        parts.append(name)
        while parts.count > 1, joined(parts).cellWidth > columns { parts.removeLast() }
        return joined(parts)
    }

    private func joined(_ parts: [String]) -> String {
        " " + parts.joined(separator: " · ")
    }

    private func spelled(_ frame: FrameIndex) -> String {
        let tenths = Int(Double(frame.value) / clock.rate.framesPerSecond * 10 + 1e-6)
        let seconds = tenths / 10
        let minutes = seconds / 60
        let rest = seconds % 60
        return "\(minutes):\(rest < 10 ? "0" : "")\(rest).\(tenths % 10)"
    }
}
