import Editor
import Motion
import Terminal

/// What the hand gives the camera at this frame, in numbers.
struct CameraReadout {
    let state: EditorState

    /// Returns as many numbers as there is room for; those that were just moved first.
    func text(columns: Int) -> StyledText {
        let moved = state.camera?.moved ?? [:]
        let keyed = state.keyedChannels
        let shown =
            CameraChannel.allCases.filter { moved[$0] != nil }
            + keyed.filter { moved[$0] == nil }
        guard !shown.isEmpty else {
            return StyledText("at rest; h j k l orbit, + - dolly, z zoom", .faint)
        }
        var line = StyledText()
        for channel in shown {
            var part = StyledText("\(channel.title) ", .muted)
            part.append(
                Self.value(state.handValue(of: channel), of: channel),
                moved[channel] == nil ? .text : .motion,
                .bold
            )
            guard line.columns + part.columns + 3 <= columns else { break }
            if line.columns > 0 { line.append("   ") }
            line.append(part)
        }
        return line
    }

    /// A value with its sign, such as `4.5°` or `1.10×`.
    static func value(_ value: Double, of channel: CameraChannel) -> String {
        let places = channel.sign == "°" ? 10.0 : 100.0
        let number = (value * places).rounded() / places
        let text = number == number.rounded() ? "\(Int(number))" : Figures.signed(number)
        return text + channel.sign
    }
}
