import CRenderKernels

extension SketchPainter {
    func paintMountains() {
        let reading = scene.reading, isSnowy = reading.has(.snowy)
        var ground = isSnowy ? SketchGround.snowyRock : .rock
        if reading.has(.red) { ground.low = 0x6e3424; ground.high = 0xa5644a }
        var land = scene.land(sketch_land_mountains, amplitude: 10, of: ground)
        let hasLake = reading.has(.lake) || scene.standsByWater
        land.has_water = hasLake ? 1 : 0
        paintLand(land)
        if hasLake {
            paintWater(ripple: 0.7, onlyMarked: true)
            paintRidge(
                scene.ridge(
                    3,
                    rise: 0.012,
                    amplitude: 0.014,
                    frequency: 3,
                    z: 11,
                    colour: 0x2b3328,
                    trees: 0.035
                )
            )
        } else {
            paintValley(isSnowy: isSnowy)
        }
    }

    private func paintValley(isSnowy: Bool) {
        paintRidge(
            scene.ridge(
                3,
                rise: 0.012,
                amplitude: 0.014,
                frequency: 3,
                z: 14,
                colour: 0x2b3328,
                trees: 0.04
            )
        )
        let floor = isSnowy ? SketchGround.snow : SketchGround(low: 0x4c5a34, high: 0x6a6440)
        let plan = scene.plain(floor, scale: 1, road: scene.reading.has(.road) ? 0.55 : 0)
        paintGround(plan)
        paintRidge(
            scene.ridge(
                4,
                rise: 0.045,
                amplitude: 0.03,
                frequency: 2,
                z: 7.5,
                colour: 0x2b3328,
                trees: 0.07
            )
        )
        paintGround(plan, farthest: 7)
    }
}

extension SketchScene {
    /// Whether the subject asks for a lake before it.
    var standsByWater: Bool {
        switch reading.subject {
        case .castle, .dragon, .cabin, .sailingBoat, .lighthouse: true
        default: false
        }
    }
}
