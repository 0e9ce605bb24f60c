import CRenderKernels

/// How a subject stands in its scene.
struct SketchPlacement: Sendable {
    /// Column and row of the feet, height in pixels, distance.
    var x: Double
    var row: Double
    var size: Double
    var z: Double
    var tint = sketch_rgb(r: 1, g: 0.97, b: 0.94)
    var rim = 1.0
    var sunlit = 0.9
    var translucency = 0.0
    var fogShare = 1.0
    var emission = 1.0
    var contact = 0.62
    var cast = 0.0
    var mirror = 0.0
    /// The row from which on water hides it.
    var waterline = Double.infinity
    /// Which way it looks: -1 left, 1 right; nil for towards the light.
    var facing: Double?
    /// How it leans, in radians; positive turns to the left.
    var tilt = 0.0
}
