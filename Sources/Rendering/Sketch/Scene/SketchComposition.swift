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
    /// Focal length as a fraction of the height.
    let focal: Double
    /// Height of a person in scene units, and where one stands if that is fixed.
    let person: Double
    let depth: Double?
    /// One of four ways to lay a setting out.
    let layout: Int
    /// Whether the light comes from the right.
    let isRight: Bool

    init(_ reading: SketchReading, seed: UInt32) {
        let stage = SketchStage.stage(of: reading.setting)
        var random = SketchRandom(seed: seed, purpose: 1)
        isRight = random.number(0, 1) < 0.5
        let drift = random.number(-0.035, 0.035), lean = random.number(-0.03, 0.03)
        layout = Int(random.next() % 4)
        let rise = random.number(-0.025, 0.025), tall = random.number(0.9, 1.15)
        let isFixed = stage.sunX != nil
        var side = stage.sunX ?? (isRight ? 0.66 : 0.36)
        if isFixed, !isRight, [.room, .hall, .space].contains(reading.setting) { side = 1 - side }
        sunX = side + (isFixed ? 0 : drift)
        subjectX = Self.subjectX(reading, sunX: side, lean: lean)
        scale = Self.scale(of: reading)
        switch reading.angle {
        case .low where stage.depth == nil: horizon = max(stage.horizon, 0.80)
        case .low: horizon = min(stage.horizon + 0.14, 0.8)
        case .high where !reading.setting.isClosed: horizon = min(stage.horizon, 0.24)
        case .level, .high: horizon = stage.horizon + (isFixed ? 0 : rise)
        }
        let isHighSea = reading.setting == .sea && reading.has(.rough)
        let lift = reading.angle == .high && !reading.setting.isClosed ? 1.5 : 1
        camera = (isHighSea ? 1.5 : stage.camera) * (isFixed ? 1 : tall) * lift
        fogDensity = stage.fog * (reading.lens == .telephoto ? 1.3 : 1)
        focal = 0.95 * (reading.setting.isClosed ? 1 : reading.lens.focal)
        person = stage.person
        depth = stage.depth
    }

    /// The subject stands across from the light, in a clearing in the middle.
    private static func subjectX(_ reading: SketchReading, sunX: Double, lean: Double) -> Double {
        switch reading.setting {
        case .forest, .jungle: return 0.44 + lean
        case .street: return 0.52 + lean * 0.6
        case .room, .hall: return (sunX < 0.5 ? 0.60 : 0.40) + lean
        case .cave: return 0.47 + lean
        case .space: return (sunX > 0.5 ? 0.66 : 0.34) + lean
        case .underwater: return 0.47 + lean
        default: return sunX > 0.5 ? 0.36 + lean : 0.64 + lean
        }
    }

    private static func scale(of reading: SketchReading) -> Double {
        let size: Double
        switch reading.shot {
        // Nearer than this a drawn figure is a mannequin.
        case .close: size = 2.2
        case .medium: size = 1.7
        // Who is not asked to keep away comes a little nearer.
        case .wide: size = reading.decided.contains(.shotSize) ? 1 : 1.2
        case .extreme: size = 0.5
        }
        switch reading.angle {
        case .level: return size
        case .low: return reading.shot == .wide ? 1.9 : min(size * 1.3, 2.4)
        case .high: return size * 0.6
        }
    }
}
