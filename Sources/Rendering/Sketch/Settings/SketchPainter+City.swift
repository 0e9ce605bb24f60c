import CRenderKernels

extension SketchPainter {
    /// A skyline in four depths across a river.
    func paintCity() {
        let layers: [(z: Float, tallest: Float, narrowest: Float)] = [
            (34, 0.20, 0.013), (24, 0.30, 0.019), (16, 0.37, 0.027), (10.5, 0.33, 0.037),
        ]
        let wall = scene.reading.has(.snowy) ? 0x565c68 as UInt32 : 0x343844
        for (index, layer) in layers.enumerated() {
            paintSkyline(
                sketch_skyline_plan(
                    base: scene.air.horizon + 1,
                    z: layer.z,
                    tallest: layer.tallest,
                    narrowest: layer.narrowest * Float(min(1, scene.height * 16 / 9 / scene.width)),
                    lit_windows: scene.isDark || scene.reading.has(.neon) ? 1 : 0,
                    is_neon: scene.reading.has(.neon) ? 1 : 0,
                    colour: sketch_rgb(wall),
                    seed: scene.air.seed &+ UInt32(index) &* 131
                )
            )
        }
        paintWater(ripple: 0.6, sparkle: 0.6, onlyMarked: false)
    }
}
