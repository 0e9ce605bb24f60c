import Editorial
import Motion

extension EditorState {
    /// Why no preset can be made of the shot's camera; nil when one can.
    var savePresetReason: String? {
        let moves = motions(of: .camera)
        return draft.camera.lanes.isEmpty && moves.isEmpty
            ? "This shot’s camera rests; choose a move, or take the camera with c." : nil
    }

    /// Makes a preset of the shot's camera under a name.
    mutating func savePreset(named name: String) -> [Effect] {
        guard let id = unusedPresetID(for: name) else { return [] }
        presetList.awaited = id
        return [.savePreset(id: id, name: name, draft: draft)]
    }
}

extension Preset {
    /// Returns the id that a name gives: its words in lower case, joined by hyphens.
    static func id(for name: String) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return String(words.joined(separator: "-").prefix(60))
    }
}

/// Returns a number with up to three decimals and its sign: `-0.125`, `4`.
func decimal(signed number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "\(number)" }
    let thousandths = Int((number * 1000).rounded())
    let whole = thousandths.magnitude / 1000
    var rest = String(thousandths.magnitude % 1000)
    rest = String(repeating: "0", count: 3 - rest.count) + rest
    while rest.last == "0" { rest.removeLast() }
    return (thousandths < 0 ? "-" : "") + "\(whole)" + (rest.isEmpty ? "" : ".\(rest)")
}
