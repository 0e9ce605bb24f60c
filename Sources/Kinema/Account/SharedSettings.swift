import Editor
import Editorial
import PlainText
import Sync
import Workspace

/// The settings that are a person’s wherever they sit: how it looks, and what new shots begin with.
///
/// How pictures are drawn and how large the panels are is each terminal’s own.
struct SharedSettings: SharedSource {
    private static let kind = "choice"

    private let file: SettingsFile

    init(_ file: SettingsFile) { self.file = file }

    let isPersonal = true

    func meet(_ workspace: LocalWorkspace) throws(WorkspaceError) -> Bool {
        // A file that cannot be read has lost nothing, and is told of where it is read.
        guard var settings = try? file.read() else { return false }
        var taken: [SharedFileChange] = []
        for change in try workspace.meetFiles(of: Self.kind, settings.choices) {
            guard let choice = InterfaceSettings.Choice(rawValue: change.name) else { continue }
            settings.set(choice, to: change.text)
            // What a newer version chose and this one cannot read stays as it was on both sides.
            if settings.choices[change.name] == change.text { taken.append(change) }
        }
        guard !taken.isEmpty, (try? file.write(settings)) != nil else { return false }
        for change in taken { try workspace.noteFile(change) }
        return true
    }
}

extension InterfaceSettings {
    /// A setting that is the same on all machines of a person’s.
    enum Choice: String, CaseIterable {
        case theme, motion, model, size, rate
    }

    /// Those that were chosen, as they are written.
    var choices: [String: String] {
        var found: [Choice: String] = [:]
        found[.theme] = theme
        found[.motion] = reducesMotion.map { $0 ? "reduced" : "full" }
        found[.model] = newShots.model
        found[.size] = newShots.shortSide.map { "\($0)" }
        found[.rate] = newShots.frameRate.map { "\($0.numerator)/\($0.denominator)" }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.key.rawValue, $0.value) })
    }

    /// Takes a value over; what cannot be read leaves it as it was, and nil as usual.
    mutating func set(_ choice: Choice, to text: String?) {
        switch choice {
        case .theme:
            if text.map(SharedRecord.isWord) ?? true { theme = text }
        case .motion:
            let reduces = text.flatMap { Self.motions[$0] }
            if (text == nil) == (reduces == nil) { reducesMotion = reduces }
        case .model:
            if text.map(Self.isModel) ?? true { newShots.model = text }
        case .size:
            let size = text.flatMap { Int($0) }
            if text == nil || (16...4320).contains(size ?? 0) { newShots.shortSide = size }
        case .rate:
            let rate = text.flatMap { FrameRate($0) }
            if (text == nil) == (rate == nil) { newShots.frameRate = rate }
        }
    }

    private static let motions = ["reduced": true, "full": false]

    /// Whether a text is as the ids of models are, which need no quotes in the file.
    private static func isModel(_ text: String) -> Bool {
        (1...80).contains(text.count)
            && text.allSatisfy { letter in
                letter.isASCII && (letter.isLetter || letter.isNumber || "._-/".contains(letter))
            }
    }
}
