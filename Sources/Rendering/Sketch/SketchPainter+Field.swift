import CRenderKernels

extension SketchPainter {
    func paintField() {
        let reading = scene.reading, isSnowy = reading.has(.snowy)
        paintRidge(
            scene.ridge(
                1,
                rise: 0.006,
                amplitude: 0.07,
                frequency: 1.6,
                z: 34,
                colour: isSnowy ? 0x93a0b0 : 0x4c5548
            )
        )
        paintRidge(
            scene.ridge(
                2,
                rise: 0.011,
                amplitude: 0.05,
                frequency: 2.4,
                z: 20,
                colour: isSnowy ? 0x5c6668 : 0x4d5a36,
                trees: 0.018
            )
        )
        let ground =
            isSnowy
            ? SketchGround.snow
            : reading.has(.red) ? .redEarth : reading.has(.wheat) ? .wheat : .grass
        let hasRoad = reading.has(.road) || reading.subject == .car
        paintGround(
            scene.plain(
                ground,
                scale: 1.2,
                furrows: reading.has(.wheat) ? 0.3 : 0,
                road: hasRoad ? 0.55 : 0
            )
        )
    }

    func paintForest() {
        let isSnowy = scene.reading.has(.snowy)
        let needles: UInt32 = isSnowy ? 0x5d6a70 : 0x3a4a3a
        let strips: [(z: Double, rise: Double, trees: Double)] = [
            (34, -0.075, 0.06), (22, -0.045, 0.10), (14, -0.010, 0.16),
        ]
        for (index, strip) in strips.enumerated() {
            paintRidge(
                scene.ridge(
                    UInt32(index) + 20,
                    rise: strip.rise,
                    amplitude: 0.05,
                    frequency: 1.4 + 0.3 * Double(index),
                    z: strip.z,
                    colour: needles,
                    trees: strip.trees
                )
            )
        }
        let hasRoad = scene.reading.has(.road)
        paintGround(
            scene.plain(isSnowy ? .snow : .moss, scale: 1.4, road: hasRoad ? 0.55 : 0)
        )
        paintPines()
    }
}
