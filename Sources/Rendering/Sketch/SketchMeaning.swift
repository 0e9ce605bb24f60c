/// Where a scene lies.
enum SketchSetting: String, CaseIterable, Sendable {
    case sea, mountain, dunes, canyon, field, forest, city
}

/// The light of a scene.
enum SketchTime: String, CaseIterable, Sendable {
    case dawn, golden, dusk, noon, night, blue, overcast, storm

    var title: String {
        switch self {
        case .golden: "golden hour"
        case .blue: "blue hour"
        default: rawValue
        }
    }
}

/// What the air of a scene carries; several may hold at once.
enum SketchWeather: String, CaseIterable, Sendable {
    case fog, rain, snowfall
    /// Snow lies; none need fall.
    case snowy
    case cloudless, cloudy
}

/// What a scene shows before its setting.
enum SketchSubject: String, CaseIterable, Sendable {
    case figure, astronaut, lighthouse, sailingBoat, tree, castle, car, rocket, cabin
    case deer, horse, wolf, robot, dragon, tent

    var title: String { self == .sailingBoat ? "sailing boat" : rawValue }
}

/// How near the camera stands.
enum SketchShot: String, CaseIterable, Sendable {
    case close, medium, wide, extreme, low, aerial

    var title: String {
        switch self {
        case .close: "close shot"
        case .medium: "medium shot"
        case .wide: "wide shot"
        case .extreme: "extreme wide shot"
        case .low: "low angle"
        case .aerial: "high angle"
        }
    }
}

/// A single thing that changes a setting or a subject.
enum SketchDetail: String, CaseIterable, Sendable {
    case lake, coast, road, wheat, red, birds, stars, neon
    case calm, rough
    case walking, hat, umbrella, coat, dress, pack, sword

    var title: String { self == .red ? "red ground" : rawValue }
}

/// What a term of the lexicon says.
enum SketchMeaning: Hashable, Sendable {
    case setting(SketchSetting)
    case time(SketchTime)
    case weather(SketchWeather)
    case subject(SketchSubject)
    case shot(SketchShot)
    case detail(SketchDetail)

    var use: SketchWord.Use {
        switch self {
        case .setting: .setting
        case .time: .timeOfDay
        case .weather: .weather
        case .subject: .subject
        case .shot: .shotSize
        case .detail: .detail
        }
    }

    var title: String {
        switch self {
        case .setting(let setting): setting.rawValue
        case .time(let time): time.title
        case .weather(let weather): weather.rawValue
        case .subject(let subject): subject.title
        case .shot(let shot): shot.title
        case .detail(let detail): detail.title
        }
    }
}
