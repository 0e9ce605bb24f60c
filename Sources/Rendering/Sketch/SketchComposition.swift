import Editorial

/// Where things stand in the frame: the horizon, the light, the subject.
///
/// Lengths are fractions of the picture's height, `X` of its width, so that a
/// scene is the same at every size.
struct SketchComposition: Hashable, Sendable {
    let horizon: Double
    let sunX: Double
    let subjectX: Double
    /// Size of the subject against its size in a wide shot.
    let scale: Double
    /// Height of the eye above the ground, in scene units.
    let camera: Double
    let fogDensity: Double

    init(_ reading: SketchReading, seed: UInt32) {
        var random = SketchRandom(seed: seed, purpose: 1)
        let isRight = random.number(0, 1) < 0.5
        let drift = random.number(-0.035, 0.035), lean = random.number(-0.03, 0.03)
        let row = Self.table[reading.setting] ?? Self.open
        let side = reading.setting == .forest ? 0.545 : isRight ? 0.66 : 0.36
        sunX = side + drift
        // Among trees the clearing is in the middle.
        let third = reading.setting == .forest ? 0.43 : 0.36
        subjectX = side > 0.5 ? third + lean : 1 - third + lean
        scale = Self.scale(of: reading.shot)
        switch reading.shot {
        case .low: horizon = 0.80
        case .aerial: horizon = 0.24
        case .close, .medium, .wide, .extreme: horizon = row.horizon + drift * 0.6
        }
        let isHighSea = reading.setting == .sea && reading.has(.rough)
        camera = isHighSea ? 1.5 : row.camera
        fogDensity = row.fog
    }

    private static func scale(of shot: SketchShot) -> Double {
        switch shot {
        // Nearer than this a drawn figure is a mannequin.
        case .close: 2.2
        case .medium: 1.7
        case .wide: 1
        case .extreme: 0.5
        case .low: 1.9
        case .aerial: 0.6
        }
    }

    private static let open = (horizon: 0.52, camera: 0.42, fog: 0.030)

    private static let table: [SketchSetting: (horizon: Double, camera: Double, fog: Double)] = [
        .sea: (0.56, 0.55, 0.018),
        .mountain: (0.60, 0.35, 0.028),
        .dunes: (0.50, 1.15, 0.034),
        .canyon: (0.62, 0.35, 0.024),
        .field: open,
        .forest: (0.60, 0.50, 0.040),
        .city: (0.70, 0.50, 0.020),
    ]
}
