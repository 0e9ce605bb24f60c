import CRenderKernels

extension SketchPainter {
    func paintMountains() {
        let isSnowy = scene.reading.has(.snowy)
        paintLand(
            scene.land(
                sketch_land_mountains,
                amplitude: 10,
                low: isSnowy ? 0x7f8fa8 : 0x3a352f,
                high: isSnowy ? 0xc5d2e4 : 0x6d6158,
                snowLine: isSnowy ? 0.12 : 0.30
            )
        )
    }
}
