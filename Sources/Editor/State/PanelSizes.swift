/// How large a person has made the panels, in cells; nil is the usual.
package struct PanelSizes: Hashable, Sendable {
    /// Columns.
    package var presets: Int?
    /// Columns.
    package var prompt: Int?
    /// Rows, the rule above it among them.
    package var timeline: Int?

    package init(presets: Int? = nil, prompt: Int? = nil, timeline: Int? = nil) {
        self.presets = presets
        self.prompt = prompt
        self.timeline = timeline
    }

    package subscript(splitter: Splitter) -> Int? {
        get {
            switch splitter {
            case .presets: presets
            case .prompt: prompt
            case .timeline: timeline
            }
        }
        set {
            switch splitter {
            case .presets: presets = newValue
            case .prompt: prompt = newValue
            case .timeline: timeline = newValue
            }
        }
    }
}

/// A line between panels that can be dragged, by the panel that it sizes.
package enum Splitter: String, CaseIterable, Hashable, Sendable {
    case presets, prompt, timeline

    /// What a wish for another size may be; what the screen has room for is
    /// decided when it is drawn.
    static let limits = 1...1000
}
