/// What a setting asks of the camera and the air before anything is chosen.
///
/// Lengths are fractions of the picture's height unless said.
struct SketchStage: Sendable {
    var horizon: Double
    /// Height of the eye above the ground, in scene units.
    var camera: Double
    var fog: Double
    /// Height of a person in scene units.
    var person = 0.30
    /// Column of the light as a fraction of the width, where it is fixed.
    var sunX: Double?
    /// How far away a person stands in a wide shot; nil where size decides it.
    var depth: Double?

    static func stage(of setting: SketchSetting) -> SketchStage {
        switch setting {
        case .sea, .coast: SketchStage(horizon: 0.56, camera: 0.55, fog: 0.018)
        case .beach: SketchStage(horizon: 0.50, camera: 0.52, fog: 0.018)
        case .mountain: SketchStage(horizon: 0.60, camera: 0.35, fog: 0.028)
        case .arctic: SketchStage(horizon: 0.55, camera: 0.55, fog: 0.026)
        case .dunes: SketchStage(horizon: 0.50, camera: 1.15, fog: 0.034)
        case .canyon: SketchStage(horizon: 0.62, camera: 0.35, fog: 0.024)
        case .volcano: SketchStage(horizon: 0.60, camera: 0.50, fog: 0.030)
        case .field: SketchStage(horizon: 0.52, camera: 0.42, fog: 0.030)
        case .hills: SketchStage(horizon: 0.50, camera: 0.80, fog: 0.026)
        case .village: SketchStage(horizon: 0.52, camera: 0.62, fog: 0.028)
        case .forest: SketchStage(horizon: 0.60, camera: 0.50, fog: 0.040, sunX: 0.545)
        case .jungle: SketchStage(horizon: 0.60, camera: 0.50, fog: 0.075, sunX: 0.47)
        case .swamp: SketchStage(horizon: 0.54, camera: 0.50, fog: 0.070)
        case .city: SketchStage(horizon: 0.70, camera: 0.50, fog: 0.020)
        case .street:
            SketchStage(
                horizon: 0.60,
                camera: 0.32,
                fog: 0.050,
                person: 0.55,
                sunX: 0.52,
                depth: 2.4
            )
        case .room:
            SketchStage(
                horizon: 0.52,
                camera: 0.72,
                fog: 0,
                person: 1.05,
                sunX: 0.12,
                depth: 2.35
            )
        case .hall:
            SketchStage(
                horizon: 0.60,
                camera: 0.62,
                fog: 0.01,
                person: 0.74,
                sunX: 0.14,
                depth: 3.6
            )
        case .cave: SketchStage(horizon: 0.66, camera: 0.42, fog: 0.024, sunX: 0.5)
        case .space: SketchStage(horizon: 0.98, camera: 0.50, fog: 0.002, sunX: 0.80)
        case .planet: SketchStage(horizon: 0.56, camera: 0.75, fog: 0.018)
        case .underwater: SketchStage(horizon: 0.58, camera: 1.10, fog: 0.085, sunX: 0.56)
        case .clouds: SketchStage(horizon: 0.55, camera: 1.60, fog: 0.022)
        }
    }
}
