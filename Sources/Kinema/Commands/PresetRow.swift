import Motion

/// A preset for machines.
struct PresetRow: Encodable {
    let id: String
    let name: String
    let category: String
    let group: String
    let tags: [String]
    let summary: String
    let seconds: [Double]
    let words: [String: String]
    let parameters: [Parameter]
    let needsModel: Bool
    /// What it does without the model that it needs.
    let limits: String?
    /// What it does with the camera; nil for a look.
    let camera: Camera?

    struct Parameter: Encodable {
        let name: String
        let channels: [String]
        let minimum: Double
        let maximum: Double
        let standard: Double
        let unit: String
    }

    struct Camera: Encodable {
        let channels: [String]
        let depth: String
        let edge: String
        let loops: Bool
        let isExtreme: Bool
        let ramp: String?
        let handheld: String
    }

    init(_ preset: Preset) {
        id = preset.id
        name = preset.name
        category = preset.category.rawValue
        group = preset.group
        tags = preset.tags
        summary = preset.summary
        seconds = [preset.seconds.minimum, preset.seconds.standard, preset.seconds.maximum]
        words = preset.words
        parameters = preset.parameters.map(Parameter.init)
        needsModel = preset.needsModel
        limits = preset.limits
        camera = preset.category == .camera ? Camera(preset.camera) : nil
    }
}

extension PresetRow.Parameter {
    fileprivate init(_ parameter: PresetParameter) {
        name = parameter.name
        channels = parameter.channels.map(\.rawValue)
        minimum = parameter.range.lowerBound
        maximum = parameter.range.upperBound
        standard = parameter.standard
        unit = parameter.unit
    }
}

extension PresetRow.Camera {
    fileprivate init(_ move: CameraMove) {
        channels = CameraChannel.allCases.filter { move.curves[$0] != nil }.map(\.rawValue)
        depth = move.depth.rawValue
        edge = move.edge.rawValue
        loops = move.loops
        isExtreme = move.isExtreme
        ramp = move.ramp.map { $0.name ?? "custom" }
        handheld = move.handheld.style.rawValue
    }
}
