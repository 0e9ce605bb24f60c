/// What a preset gives a shot: a movement, or a look.
package enum PresetCategory: String, CaseIterable, Hashable, Sendable {
    case camera, look
}

/// How long a shot with a preset may be, in seconds.
package struct PresetSeconds: Hashable, Sendable {
    package var minimum: Double
    package var standard: Double
    package var maximum: Double

    package init(minimum: Double, standard: Double, maximum: Double) {
        self.minimum = minimum
        self.standard = standard
        self.maximum = maximum
    }
}

/// A camera move that a person can pick by name.
package struct Preset: Hashable, Sendable, Identifiable {
    /// Lower case words joined by hyphens, such as `dolly-in`.
    package var id: String
    package var name: String
    package var category: PresetCategory
    package var tags: [String]
    /// What the move is for, in one or two sentences.
    package var summary: String
    package var seconds: PresetSeconds
    /// How the move is said to models, by their kind: `text`, `kling`, `lora`.
    package var words: [String: String]
    /// What the camera does at full strength; channels that rest are absent.
    package var curves: [CameraChannel: ChannelCurve]

    package init(
        id: String,
        name: String,
        category: PresetCategory = .camera,
        tags: [String] = [],
        summary: String = "",
        seconds: PresetSeconds = PresetSeconds(minimum: 2, standard: 5, maximum: 15),
        words: [String: String] = [:],
        curves: [CameraChannel: ChannelCurve] = [:]
    ) {
        self.id = id
        self.name = name
        self.category = category
        self.tags = tags
        self.summary = summary
        self.seconds = seconds
        self.words = words
        self.curves = curves
    }
}
