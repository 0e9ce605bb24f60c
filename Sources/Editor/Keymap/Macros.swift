package import Input

/// Keys that were recorded to be pressed again, by register.
package struct Macros: Hashable, Sendable {
    /// The register that keys go into now; nil while nothing is recorded.
    package internal(set) var recording: Character?
    /// What was recorded, by letter.
    package internal(set) var registers: [Character: [InputEvent]] = [:]
    /// The register that was played last.
    var last: Character?
    /// How many events the macro that plays may still press; nil while none plays.
    var allowance: Int?
    /// How many macros play inside one another.
    var depth = 0

    /// The most events of a recording.
    static let lengthLimit = 1000
    /// The most events that one key may set off, so that a macro that plays
    /// itself comes to an end.
    static let playLimit = 10_000
    static let depthLimit = 16
}

extension EditorState {
    mutating func startRecording(into register: Character) {
        macros.recording = register
        macros.registers[register] = []
        say("Keys are recorded into \(register) until you press q.")
    }

    mutating func stopRecording() {
        guard let register = macros.recording else { return }
        macros.recording = nil
        let count = macros.registers[register]?.count ?? 0
        say("@\(register) presses \(count) \(count == 1 ? "key" : "keys").")
    }

    /// Keeps what was done, when it was recorded from before it to after it.
    mutating func record(_ event: InputEvent, since before: Character?) {
        guard let register = macros.recording, register == before, macros.allowance == nil
        else { return }
        guard macros.registers[register, default: []].count < Macros.lengthLimit else {
            macros.recording = nil
            say("A macro has up to \(Macros.lengthLimit) keys; the recording ended.", .warning)
            return
        }
        macros.registers[register, default: []].append(event)
    }

    /// Presses what a register holds.
    mutating func play(_ register: Character) -> [Effect] {
        guard let events = macros.registers[register], !events.isEmpty else {
            say("Nothing is recorded in \(register); q\(register) begins to.", .warning)
            return []
        }
        guard macros.recording != register else {
            say("A macro cannot be played while it is recorded.", .warning)
            return []
        }
        guard macros.depth < Macros.depthLimit else {
            macros.allowance = 0
            return []
        }
        macros.last = register
        macros.depth += 1
        defer { macros.depth -= 1 }
        let isOutermost = macros.allowance == nil
        if isOutermost { macros.allowance = Macros.playLimit }
        var effects: [Effect] = []
        for event in events {
            guard let left = macros.allowance, left > 0 else {
                say("The macro was stopped: it plays itself.", .warning)
                break
            }
            macros.allowance = left - 1
            effects += reduce(&self, .input(event))
        }
        if isOutermost { macros.allowance = nil }
        return effects
    }
}
