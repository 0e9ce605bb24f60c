/// Where a scene lies.
enum SketchSetting: String, CaseIterable, Sendable {
    case sea, coast, beach, mountain, arctic, dunes, canyon, volcano
    case field, hills, village, forest, jungle, swamp
    case city, street, room, hall, cave
    case space, planet, underwater, clouds

    /// The name a person reads.
    var title: String {
        switch self {
        case .arctic: "ice"
        case .planet: "alien world"
        case .clouds: "above the clouds"
        case .hall: "great hall"
        default: rawValue
        }
    }

    /// Whether no open sky stands over it.
    var isClosed: Bool { [.room, .hall, .underwater, .space].contains(self) }
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
    case cloudless, cloudy, dust

    var title: String {
        switch self {
        case .snowfall: "falling snow"
        case .snowy: "lying snow"
        case .cloudless: "clear sky"
        case .cloudy: "clouds"
        case .dust: "blown dust"
        case .fog, .rain: rawValue
        }
    }
}
