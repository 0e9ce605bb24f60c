import Editorial
import Motion

extension EditorState {
    /// The most takes that are asked for at once.
    static let batchLimit = 16

    /// Queues takes that differ by their seed; the first has the shot's own.
    mutating func generateSeeds(_ text: String) -> [Effect] {
        guard let count = Int(text), (1...Self.batchLimit).contains(count) else {
            say("Ask for 1 to \(Self.batchLimit) takes at once.", .warning)
            return []
        }
        return batch(
            (0..<count).map { place in
                var asked = draft
                if place > 0 { asked.seed = UInt32(truncatingIfNeeded: ids.next()) }
                return asked
            }
        )
    }

    /// Queues a take for each of some presets, in place of the shot's moves.
    mutating func generatePresets(_ text: String) -> [Effect] {
        let names = text.split { $0 == "," }.map { String($0).trimmed }.filter { !$0.isEmpty }
        guard (1...Self.batchLimit).contains(names.count) else {
            say("Name 1 to \(Self.batchLimit) presets with commas between them.", .warning)
            return []
        }
        var found: [Preset] = []
        for name in names {
            guard let preset = presets.find(name) else {
                say("No preset is called “\(name)”; / searches them.", .warning)
                return []
            }
            found.append(preset)
        }
        return batch(
            found.map { preset in
                var asked = draft
                asked.motions = [
                    MotionChoice(preset: preset.id, strength: presetList.strength(of: preset.id))
                ]
                return asked
            }
        )
    }

    private mutating func batch(_ drafts: [Draft]) -> [Effect] {
        if let problem = readiness.problems.first {
            say(problem.message, .warning)
            return []
        }
        return generate(drafts)
    }
}
