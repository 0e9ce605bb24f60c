import CRenderKernels
import Editorial

/// Paints a scene's layers from far to near.
struct SketchPainter: Sendable {
    let scene: SketchScene
    let canvas: SketchCanvas

    func paint() {
        if !scene.reading.setting.isClosed { paintSky() }
        paintSetting()
        paintBirds()
        paintSubjects()
        paintForeground()
        paintSparks()
        paintWeather()
    }

    private func paintSetting() {
        switch scene.reading.setting {
        case .sea: paintSea()
        case .coast: paintCoast()
        case .beach: paintBeach()
        case .mountain: paintMountains()
        case .arctic: paintIce()
        case .dunes: paintDunes()
        case .canyon: paintCanyon()
        case .volcano: paintVolcano()
        case .field: paintField()
        case .hills: paintHills()
        case .village: paintVillage()
        case .forest: paintForest()
        case .jungle: paintJungle()
        case .swamp: paintSwamp()
        case .city: paintCity()
        case .street: paintStreet()
        case .room: paintRoom()
        case .hall: paintHall()
        case .cave: paintBeyondCave()
        case .space: paintSpace()
        case .planet: paintPlanet()
        case .underwater: paintDeep()
        case .clouds: paintClouds()
        }
    }

    func random(_ purpose: UInt32) -> SketchRandom {
        SketchRandom(seed: scene.seed, purpose: purpose)
    }
}
