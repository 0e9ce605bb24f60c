/// What a scene shows before its setting.
enum SketchSubject: String, CaseIterable, Sendable {
    case figure, child, astronaut, diver, rider, cyclist
    case deer, horse, wolf, dog, fox, cat, bear, lion, elephant, giraffe, camel, cow, sheep
    case rabbit, dinosaur, penguin
    case eagle, dragon, butterfly, balloon, airship, plane, helicopter, saucer
    case whale, shark, dolphin, fish, jellyfish, turtle, octopus, submarine
    case sailingBoat, tallShip, liner, rowingBoat
    case car, bus, train, motorcycle
    case rocket, starship, station, robot
    case lighthouse, castle, cabin, church, windmill, pagoda, gate, tower, pyramid, temple
    case bridge, statue, monolith, tent, wheel
    case tree, bareTree, palm, cactus, flower, mushroom
    case streetLamp, campfire, snowman, bench

    var title: String {
        switch self {
        case .sailingBoat: "sailing boat"
        case .tallShip: "tall ship"
        case .rowingBoat: "rowing boat"
        case .station: "space station"
        case .bareTree: "bare tree"
        case .streetLamp: "street lamp"
        case .wheel: "Ferris wheel"
        case .figure: "person"
        default: rawValue
        }
    }
}

/// How a subject behaves in a scene.
enum SketchRole: Sendable {
    case person, beast, flyer, swimmer, vessel, vehicle, craft, building, plant, thing
}

/// What is known of a subject wherever it stands.
struct SketchTrait: Sendable {
    let role: SketchRole
    /// Its height in a wide shot as a fraction of the picture's.
    let share: Double
    /// Its height against a person's.
    let stature: Double
    /// Where it is when the prompt does not say.
    let home: SketchSetting
}
