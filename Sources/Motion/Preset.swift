/// What a preset gives a shot: a movement, or a look.
package enum PresetCategory: String, CaseIterable, Hashable, Sendable {
    case camera, look
}

/// A camera move or a look that a person can pick by name.
package struct Preset: Hashable, Sendable, Identifiable {
    /// Lower case words joined by hyphens, such as `dolly-in`.
    package var id: String
    package var name: String
    package var category: PresetCategory
    package var tags: [String]
    /// What the move is for, in one or two sentences.
    package var summary: String
    package var seconds: PresetSeconds
    /// How the move is said to models, by their kind, as ``PresetWords`` lists them.
    package var words: [String: String]
    /// The heading it is listed under among its category, such as `Dolly`.
    package var group: String
    /// What it does here of what its name promises, where that is less than all
    /// of it; the whole of it needs a model.
    package var limits: String?
    package var parameters: [PresetParameter]
    /// What it does with the camera at full strength.
    package var camera: CameraMove
    /// What it does to the picture; nil for a camera move.
    package var look: LookRecipe?

    package init(
        id: String,
        name: String,
        category: PresetCategory = .camera,
        tags: [String] = [],
        summary: String = "",
        seconds: PresetSeconds = PresetSeconds(minimum: 2, standard: 5, maximum: 15),
        words: [String: String] = [:],
        group: String = "",
        limits: String? = nil,
        parameters: [PresetParameter] = [],
        curves: [CameraChannel: ChannelCurve] = [:],
        look: LookRecipe? = nil
    ) {
        self.id = id
        self.name = name
        self.category = category
        self.tags = tags
        self.summary = summary
        self.seconds = seconds
        self.words = words
        self.group = group
        self.limits = limits
        self.parameters = parameters
        camera = CameraMove(curves: curves)
        self.look = look
    }

    /// The camera's curves; channels that rest are absent.
    package var curves: [CameraChannel: ChannelCurve] {
        get { camera.curves }
        set { camera.curves = newValue }
    }

    /// Whether a model is needed for all that its name promises.
    package var needsModel: Bool { limits != nil }
}
