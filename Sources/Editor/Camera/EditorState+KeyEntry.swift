import Editorial
import Motion

extension EditorState {
    /// Why what was written gives no keys; nil when it does.
    func keyProblem(_ text: String) -> String? {
        guard let channel = keyframes?.channel else { return "The keys were closed meanwhile." }
        if let number = Double(text) { return problem(with: number, of: channel) }
        guard let keys = KeyExpression.keys(text, frameCount: draft.frameCount) else {
            return "Write a number, or frames with values: 0:(0) 60:(5*sin(t))."
        }
        return keys.lazy.compactMap { problem(with: $0.value, of: channel) }.first
    }

    private func problem(with value: Double, of channel: CameraChannel) -> String? {
        guard !value.isFinite || !channel.range.contains(value) else { return nil }
        let range = channel.range
        return "\(channel.title) goes from \(decimal(signed: range.lowerBound)) to "
            + "\(decimal(signed: range.upperBound)), in \(channel.unit)."
    }

    /// Takes a value for the selected keys, or one at the playhead; or keys for
    /// the whole lane.
    mutating func setKeys(written text: String) -> [Effect] {
        guard let channel = keyframes?.channel else { return [] }
        if let value = Double(text) {
            if keyReason == nil { return changeKeys { key, _ in key.value = value } }
            let key = HandKey(playback.frame, value)
            return changeDraft { $0.camera.set(key, of: channel.rawValue) }
        }
        guard let keys = KeyExpression.keys(text, frameCount: draft.frameCount) else { return [] }
        keyframes?.selection = []
        return changeDraft { $0.camera[channel.rawValue] = keys }
    }
}
