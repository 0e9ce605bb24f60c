import CRenderKernels

/// The two colours of a ground, and the snow that may lie on it.
struct SketchGround: Sendable {
    var low: UInt32
    var high: UInt32
    var snow: UInt32 = 0xeef2fa
    /// Height above which snow lies, relative to the land's; 2 for none.
    var snowLine: Float = 2
    /// How much of its low parts glows.
    var lava: Float = 0

    static let rock = SketchGround(low: 0x3a352f, high: 0x6d6158, snowLine: 0.30)
    static let snowyRock = SketchGround(low: 0x7f8fa8, high: 0xc5d2e4, snowLine: 0.12)
    static let sand = SketchGround(low: 0xb97a4a, high: 0xdba56c)
    static let redSand = SketchGround(low: 0x9a4a2c, high: 0xd88a58)
    static let swell = SketchGround(low: 0x0e2a33, high: 0x4f7f80, snow: 0xeef6f4, snowLine: 0.70)
    static let cliff = SketchGround(low: 0x3b3733, high: 0x5c5a48)
    static let snowyCliff = SketchGround(low: 0x5a5f68, high: 0xb9c6d8, snowLine: 0.35)
    static let snow = SketchGround(low: 0xa8b8cc, high: 0xdfe8f2)
    static let grass = SketchGround(low: 0x46602c, high: 0x62743a)
    static let wheat = SketchGround(low: 0x8a6a2c, high: 0xb08c3a)
    static let redEarth = SketchGround(low: 0x6e3a24, high: 0xa8643c)
    static let beach = SketchGround(low: 0x9a8468, high: 0xe6d2aa)
    static let ice = SketchGround(low: 0x6fa8c4, high: 0xe2eef6, snow: 0xf4f8fc, snowLine: 0.16)
    static let moon = SketchGround(low: 0x4a4a4c, high: 0x9a9894)
    static let rust = SketchGround(low: 0x6a2c1c, high: 0xc87a4c)
    static let clinker = SketchGround(low: 0x16110f, high: 0x4a3a34)
    static let cloud = SketchGround(low: 0xb8bccc, high: 0xffffff)
    static let mud = SketchGround(low: 0x1e241a, high: 0x4a5232)
    static let pasture = SketchGround(low: 0x3c5a26, high: 0x86924a)
    static let moss = SketchGround(low: 0x3a4424, high: 0x8a7a44)
}

extension SketchScene {
    /// The tangent of the screen direction to the light.
    var sunTangent: Float { (air.sun_x - Float(width) / 2) / air.focal }

    /// The light that falls on land, pulled to the side even when the sun is in
    /// the frame: otherwise every face that can be seen would be black.
    private var landLight: (x: Float, y: Float, z: Float) {
        let x: Float = sunTangent < 0 ? -0.95 : 0.95
        let y = 1.15 * max(Float(script.sunHeight), 0.16), z: Float = 0.22
        let length = (x * x + y * y + z * z).squareRoot()
        return (x / length, y / length, z / length)
    }

    func land(_ kind: Int, amplitude: Float, of ground: SketchGround) -> sketch_land_plan {
        let light = landLight
        return sketch_land_plan(
            kind: Int32(kind),
            amplitude: amplitude,
            gap: sunTangent,
            near_z: 0.5,
            far_z: 60,
            has_water: 0,
            snow_line: ground.snowLine,
            lava: ground.lava,
            low: sketch_rgb(ground.low),
            high: sketch_rgb(ground.high),
            snow: sketch_rgb(ground.snow),
            light_x: light.x,
            light_y: light.y,
            light_z: light.z
        )
    }

    /// Returns a far strip of land; lengths are fractions of the height.
    ///
    /// Its foot lies `rise` below the horizon; `trees` is the height of its
    /// conifers.
    func ridge(
        _ index: UInt32,
        rise: Double,
        amplitude: Double,
        frequency: Double,
        z: Double,
        colour: UInt32,
        trees: Double = 0
    ) -> sketch_ridge_plan {
        sketch_ridge_plan(
            base: air.horizon + Float(rise * height),
            amplitude: Float(amplitude),
            frequency: Float(frequency),
            z: Float(z),
            octaves: 4,
            trees: Float(trees),
            is_broad: 0,
            colour: sketch_rgb(colour),
            seed: air.seed &+ index &* 7
        )
    }

    func plain(_ ground: SketchGround, scale: Double, furrows: Double = 0, road: Double = 0)
        -> sketch_ground_plan
    {
        sketch_ground_plan(
            low: sketch_rgb(ground.low),
            high: sketch_rgb(ground.high),
            scale: Float(scale),
            furrows: Float(furrows),
            tufts: 0,
            flowers: 0,
            flower_colour: sketch_rgb(0xf4ead8),
            road: Float(road),
            road_colour: sketch_rgb(isRed ? 0x9a5a3c : reading.has(.snowy) ? 0x94908a : 0x9a7c54)
        )
    }
}
