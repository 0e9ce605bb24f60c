/// A part of the editor's screen that can have the focus.
package enum Panel: String, CaseIterable, Hashable, Sendable {
    case presets, preview, prompt, timeline

    /// The name a person reads.
    package var title: String {
        switch self {
        case .presets: "Presets"
        case .preview: "Preview"
        case .prompt: "Prompt"
        case .timeline: "Timeline"
        }
    }

    /// The number of the function key that focuses it: 1 stands for F1.
    package var functionKey: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// Returns the panel that many places further on, around the end.
    func advanced(by places: Int) -> Panel {
        let all = Self.allCases
        let sum = functionKey - 1 + places
        return all[((sum % all.count) + all.count) % all.count]
    }
}
