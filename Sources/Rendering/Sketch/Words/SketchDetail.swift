/// A single thing that changes a setting or a subject.
enum SketchDetail: String, CaseIterable, Sendable {
    // Of a place.
    case lake, road, wheat, flowers, poppies, lavender, autumn, blossom, neon, calm, rough, kelp,
        rings, books
    case lamps, lava
    // Of the air.
    case birds, stars, aurora, lightning, rainbow, fireflies, embers, fireworks, rays, moons
    // Of a person.
    case walking, running, sitting, hat, umbrella, coat, dress, pack, sword, staff

    var title: String {
        switch self {
        case .lake: "still water"
        case .rings: "ringed planet"
        case .lamps: "lamplight"
        case .rays: "shafts of light"
        case .moons: "moons in the sky"
        case .autumn: "autumn leaves"
        default: rawValue
        }
    }

    /// Whether it is something that a person wears, holds or does.
    var isPersonal: Bool {
        switch self {
        case .walking, .running, .sitting, .hat, .umbrella, .coat, .dress, .pack, .sword, .staff:
            true
        default: false
        }
    }

    /// The settings in which it shows; nil for all.
    var settings: Set<SketchSetting>? {
        switch self {
        case .lake: [.mountain, .hills, .city, .sea, .coast, .beach, .swamp]
        case .road: [.field, .forest, .canyon, .mountain, .hills, .village, .dunes, .planet]
        case .wheat: [.field]
        case .flowers, .poppies, .lavender: [.field, .hills, .village, .forest]
        case .autumn, .blossom: [.field, .hills, .village, .forest, .jungle]
        case .neon: [.city, .street]
        case .calm, .rough: [.sea, .coast, .city, .beach, .mountain, .swamp]
        case .kelp: [.underwater]
        case .rings: [.space, .planet]
        case .books: [.room]
        case .lamps: [.room, .hall, .street, .village, .cave]
        case .lava: [.volcano, .planet, .cave]
        case .rainbow, .lightning, .fireworks, .aurora, .stars, .birds, .moons:
            Set(SketchSetting.allCases.filter { !$0.isClosed && $0 != .cave })
        case .rays: Set(SketchSetting.allCases.filter { $0 != .space })
        case .fireflies, .embers: nil
        default: nil
        }
    }
}
