import CRenderKernels

extension SketchPainter {
    func paintMountains() {
        let reading = scene.reading, isSnowy = reading.has(.snowy)
        let ground = isSnowy ? SketchGround.snowyRock : .rock
        var land = scene.land(
            sketch_land_mountains,
            amplitude: 8.5 + Float(scene.composition.layout),
            of: ground
        )
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
        // Snow lies on the land as it is; a valley is laid over it.
        guard !isSnowy || scene.hasRoad else { return }
        let floor = isSnowy ? SketchGround.snow : SketchGround(low: 0x4c5a34, high: 0x6a6440)
        var plan = scene.plain(floor, scale: 1, road: scene.hasRoad ? 0.55 : 0)
        plan.tufts = isSnowy ? 0.1 : 0.6
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

extension SketchPainter {
    /// Floes on dark water, and bergs behind them.
    func paintIce() {
        paintRidge(
            scene.ridge(5, rise: 0.002, amplitude: 0.08, frequency: 2.6, z: 44, colour: 0xaebccb)
        )
        var land = scene.land(sketch_land_ice, amplitude: 2.6, of: .ice)
        land.near_z = 0.45
        land.has_water = 1
        land.far_z = 40
        paintLand(land)
        paintWater(ripple: 0.5, onlyMarked: true)
    }

    /// A sea of clouds under the eye, peaks standing out of it.
    func paintClouds() {
        paintRidge(
            scene.ridge(6, rise: 0.03, amplitude: 0.14, frequency: 2.1, z: 46, colour: 0x6d7690)
        )
        var land = scene.land(sketch_land_clouds, amplitude: 1.3, of: .cloud)
        land.near_z = 0.9
        land.far_z = 56
        paintLand(land)
    }
}

extension SketchScene {
    /// Whether the subject asks for a lake before it.
    var standsByWater: Bool {
        reading.cast.contains { part in
            switch part.subject {
            case .castle, .dragon, .cabin, .lighthouse, .pagoda, .gate, .bridge: true
            default: part.subject.trait.role == .vessel
            }
        }
    }
}
