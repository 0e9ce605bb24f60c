import CRenderKernels
import Editorial

extension SketchPainter {
    /// Paints the cast, what lies behind first.
    func paintSubjects() {
        let cast = scene.reading.cast.enumerated().map { order, part in
            (part, scene.placement(of: part, at: order))
        }
        for (part, placement) in cast.sorted(by: { $0.1.z > $1.1.z }) {
            paint(part, placement)
        }
    }

    private func paint(_ part: SketchPart, _ first: SketchPlacement) {
        var placement = first
        let shape = scene.silhouette(of: part.subject)
        fit(&placement, shape)
        guard part.count > 1 else {
            settle(&placement, part.subject)
            return paintOne(part.subject, shape, placement)
        }
        for place in spread(placement, shape, part) { paintOne(part.subject, shape, place) }
    }

    private func paintOne(
        _ subject: SketchSubject,
        _ shape: SketchSilhouette,
        _ place: SketchPlacement
    ) {
        paintBehind(subject, place)
        paint(shape, place)
        paintBefore(subject, place)
    }

    /// Several of a kind, far ones first, no two quite alike.
    private func spread(
        _ place: SketchPlacement,
        _ shape: SketchSilhouette,
        _ part: SketchPart
    ) -> [SketchPlacement] {
        let isFree = place.contact == 0 && place.waterline == .infinity && place.mirror == 0
        let wide = Double(shape.right - shape.left) * place.size
        let step = min(wide * 1.12, scene.width * 0.82 / Double(part.count))
        let middle = min(
            max(place.x, scene.width * 0.08 + step * Double(part.count) / 2),
            scene.width * 0.92 - step * Double(part.count) / 2
        )
        let together: Double = Double(scene.air.sun_x) < middle ? -1 : 1
        var random = random(UInt32(300 + part.count))
        let flock = (0..<part.count).map { index -> SketchPlacement in
            var one = place
            one.x = middle + step * (Double(index) - Double(part.count - 1) / 2)
            one.x += step * random.number(-0.10, 0.10)
            one.facing = together
            let nearer = random.number(0.90, 1.14)
            one.z = place.z / nearer
            one.size *= nearer
            if isFree {
                one.row += scene.height * random.number(-0.10, 0.10)
            } else if place.waterline == .infinity, scene.composition.depth == nil {
                one.row = min(scene.groundRow(at: one.z), scene.height * 0.95)
            }
            settle(&one, part.subject)
            return one
        }
        return flock.sorted { $0.z > $1.z }
    }

    /// Keeps a subject inside narrow frames.
    private func fit(_ place: inout SketchPlacement, _ shape: SketchSilhouette) {
        let wide = Double(shape.right - shape.left) * place.size, most = scene.width * 0.86
        if wide > most { place.size *= most / wide }
        let half = wide * 0.5
        place.x = min(
            max(place.x, min(half, scene.width / 2)),
            max(scene.width - half, scene.width / 2)
        )
    }

    /// Puts feet on what the land or the swell really is at their column.
    private func settle(_ place: inout SketchPlacement, _ subject: SketchSubject) {
        let role = subject.trait.role, setting = scene.reading.setting
        let uneven: Set<SketchSetting> = [
            .dunes, .hills, .canyon, .volcano, .planet, .arctic, .beach, .swamp, .clouds,
        ]
        guard role != .flyer, place.waterline == .infinity,
            uneven.contains(setting) || (setting == .sea && scene.reading.has(.rough))
        else { return }
        guard let ground = landRow(at: Int(place.x), z: place.z),
            ground.row < scene.height * 0.97
        else { return }
        place.row = ground.row + scene.height * (setting == .sea ? 0.008 : 0.004)
        place.z = ground.z
    }

    /// Returns the highest row of a column that is no farther away than `z`, and
    /// how far it is.
    func landRow(at column: Int, z: Double) -> (row: Double, z: Double)? {
        guard let row = firstRow(at: column, nearerThan: Float(z)) else { return nil }
        let column = min(max(column, 0), scene.size.width - 1)
        let there = abs(canvas.distance[row * scene.size.width + column])
        return (Double(row), Double(there))
    }

    func firstRow(at column: Int, nearerThan z: Float) -> Int? {
        let column = min(max(column, 0), scene.size.width - 1)
        let first = max(0, min(scene.horizonRow - scene.size.height / 5, scene.size.height - 1))
        return (first..<scene.size.height).first {
            abs(canvas.distance[$0 * scene.size.width + column]) <= z
        }
    }
}

// One silhouette onto the canvas.
extension SketchPainter {
    /// Paints a silhouette; its right side is the lit one unless `facing` says.
    func paint(_ shape: SketchSilhouette, _ place: SketchPlacement, facing: Double? = nil) {
        guard !canvas.wasCancelled, !shape.parts.isEmpty, place.size >= 1 else { return }
        let shape = place.tilt == 0 ? shape : shape.tilted(by: place.tilt)
        let towards: Double = Double(scene.air.sun_x) < place.x ? -1 : 1
        shape.parts.withUnsafeBufferPointer { parts in
            shape.corners.withUnsafeBufferPointer { corners in
                var subject = kernelSubject(shape, place, facing ?? place.facing ?? towards)
                subject.parts = parts.baseAddress
                subject.points = corners.baseAddress
                lay(subject)
            }
        }
    }

    private func kernelSubject(
        _ shape: SketchSilhouette,
        _ place: SketchPlacement,
        _ facing: Double
    ) -> sketch_subject {
        var subject = sketch_subject()
        subject.part_count = Int32(shape.parts.count)
        (subject.x, subject.y) = (Float(place.x), Float(place.row))
        (subject.size, subject.z) = (Float(place.size), Float(place.z))
        (subject.left, subject.right) = (shape.left, shape.right)
        (subject.top, subject.bottom) = (shape.top, shape.bottom)
        subject.facing = Float(facing)
        subject.tint = place.tint
        subject.rim = Float(place.rim)
        subject.sunlit = Float(place.sunlit)
        subject.translucency = Float(place.translucency)
        subject.fog_share = Float(place.fogShare)
        subject.emission = Float(place.emission)
        subject.contact = Float(place.contact)
        subject.cast = Float(place.cast)
        subject.mirror = Float(place.mirror)
        subject.waterline = Float(min(place.waterline, 1e6))
        subject.frame_width = Int32(scene.size.width)
        subject.frame_height = Int32(scene.size.height)
        return subject
    }

    private func lay(_ plan: sketch_subject) {
        var plan = plan
        let air = scene.air, rows = Int(sketch_subject_rows(&plan))
        let columns = Int(sketch_subject_columns(&plan))
        let count = Int(sketch_subject_scratch(&plan)), bounds = Int(plan.part_count) * 4
        guard rows > 0, count > 0 else { return }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: count + bounds) { memory in
            guard let base = memory.baseAddress else { return }
            let scratch = SharedPlane(pointer: base), edges = SharedPlane(pointer: base + count)
            let shared = SharedSubject(plan: plan)
            sketch_subject_bounds(&plan, edges.pointer)
            canvas.bands(of: 0..<rows) { first, end in
                var air = air, plan = shared.plan
                sketch_subject_draw(&air, &plan, edges.pointer, scratch.pointer, first, end)
            }
            canvas.bands(of: 0..<rows) { first, end in
                var plan = shared.plan
                sketch_subject_soften_rows(&plan, scratch.pointer, first, end)
            }
            canvas.bands(of: 0..<columns) { first, end in
                var plan = shared.plan
                sketch_subject_soften_columns(&plan, scratch.pointer, first, end)
            }
            canvas.bands(of: 0..<rows) { first, end in
                var air = air, plan = shared.plan
                sketch_subject_light(&air, &plan, scratch.pointer, first, end)
            }
            guard !canvas.wasCancelled else { return }
            var air = air
            sketch_subject_ground(canvas.kernelCanvas, &air, &plan, scratch.pointer)
            canvas.bands(of: 0..<rows) { first, end in
                var plan = shared.plan
                sketch_subject_lay(self.canvas.kernelCanvas, &plan, scratch.pointer, first, end)
            }
        }
    }
}

/// @unchecked: the parts and points it refers to are only read while bands run.
private struct SharedSubject: @unchecked Sendable {
    let plan: sketch_subject
}
