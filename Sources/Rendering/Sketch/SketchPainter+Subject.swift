import CRenderKernels
import Editorial

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
}

extension SketchPainter {
    func paintSubject() {
        guard let subject = scene.reading.subject else { return }
        var placement = scene.placement(of: subject)
        let shape = scene.silhouette(of: subject)
        fit(&placement, shape)
        if scene.reading.setting == .dunes || scene.reading.setting == .sea {
            settle(&placement, subject)
        }
        paint(shape, placement)
        if subject == .robot { paintWitness(of: placement) }
    }

    func paint(_ shape: SketchSilhouette, _ place: SketchPlacement) {
        guard !canvas.wasCancelled, !shape.parts.isEmpty else { return }
        var air = scene.air
        // The lit side of a drawing is its right one.
        let facing: Float = Double(air.sun_x) < place.x ? -1 : 1
        shape.parts.withUnsafeBufferPointer { parts in
            shape.corners.withUnsafeBufferPointer { corners in
                var subject = sketch_subject(
                    parts: parts.baseAddress,
                    part_count: Int32(parts.count),
                    points: corners.baseAddress,
                    x: Float(place.x),
                    y: Float(place.row),
                    size: Float(place.size),
                    z: Float(place.z),
                    left: shape.left,
                    right: shape.right,
                    top: shape.top,
                    bottom: shape.bottom,
                    facing: facing,
                    tint: place.tint,
                    rim: Float(place.rim),
                    sunlit: Float(place.sunlit),
                    translucency: Float(place.translucency),
                    fog_share: Float(place.fogShare),
                    emission: Float(place.emission),
                    contact: Float(place.contact),
                    cast: Float(place.cast),
                    mirror: Float(place.mirror)
                )
                let count = Int(sketch_subject_scratch(&subject))
                withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { scratch in
                    sketch_paint_subject(canvas.kernelCanvas, &air, &subject, scratch.baseAddress)
                }
            }
        }
    }

    /// Keeps a subject inside narrow frames.
    private func fit(_ place: inout SketchPlacement, _ shape: SketchSilhouette) {
        let wide = Double(shape.right - shape.left) * place.size, most = scene.width * 0.86
        if wide > most { place.size *= most / wide }
    }

    /// Puts feet on what the land or the swell really is at their column.
    private func settle(_ place: inout SketchPlacement, _ subject: SketchSubject) {
        guard subject != .dragon, scene.reading.setting == .dunes || scene.reading.has(.rough)
        else { return }
        let column = min(max(Int(place.x), 0), scene.size.width - 1), z = Float(place.z)
        let first = max(0, scene.horizonRow)
        let row = (first..<scene.size.height).first {
            abs(canvas.distance[$0 * scene.size.width + column]) <= z
        }
        guard let row, Double(row) < scene.height * 0.97 else { return }
        let sinks = scene.reading.setting == .sea ? 0.008 : 0.004
        place.row = Double(row) + scene.height * sinks
        place.z = Double(abs(canvas.distance[row * scene.size.width + column]))
    }

    /// A person beside a giant, so that its size reads at once.
    private func paintWitness(of giant: SketchPlacement) {
        let side: Double = giant.x < scene.width / 2 ? 1 : -1, z = giant.z * 0.85
        var place = giant
        place.x += side * scene.height * 0.30
        place.row = min(scene.groundRow(at: z), scene.height * 0.97)
        place.size = scene.height * 0.085
        place.z = z
        place.tint = sketch_rgb(r: 1, g: 0.95, b: 0.9)
        paint(.figure([.coat]), place)
    }
}
