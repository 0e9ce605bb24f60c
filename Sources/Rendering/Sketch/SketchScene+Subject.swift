import CRenderKernels

extension SketchScene {
    func silhouette(of subject: SketchSubject) -> SketchSilhouette {
        switch subject {
        case .figure: .figure(reading.details)
        case .astronaut: .astronaut()
        case .lighthouse: .lighthouse()
        case .sailingBoat: .sailingBoat()
        case .tree: .tree(seed: seed)
        case .castle: .castle()
        case .car: .car()
        case .rocket: .rocket()
        case .cabin: .cabin(onIslet: isBesideWater)
        case .deer: .deer()
        case .horse: .horse()
        case .wolf: .wolf()
        case .robot: .robot()
        case .dragon: .dragon()
        case .tent: .tent()
        }
    }

    /// Where a subject stands and how large it is, before the land is asked.
    func placement(of subject: SketchSubject) -> SketchPlacement {
        let scale = composition.scale
        var place = SketchPlacement(x: composition.subjectX * width, row: 0, size: 0, z: 4)
        switch subject {
        case .figure, .astronaut: stand(&place, height: 0.30 * scale, units: 0.30)
        case .deer, .wolf: stand(&place, height: 0.25 * scale, units: 0.30)
        case .horse: stand(&place, height: 0.30 * scale, units: 0.36)
        case .tent: stand(&place, height: 0.16 * scale, units: 0.26)
        case .car: stand(&place, height: 0.15 * scale, units: 0.26)
        case .tree: stand(&place, height: 0.62 * min(scale, 1.3), units: 1.1)
        case .rocket: stand(&place, height: 0.50 * min(scale, 1.6), units: 1.6)
        case .cabin: stand(&place, height: 0.13 * scale, units: 0.34)
        case .robot: stand(&place, height: scale > 1.4 ? 0.80 : 0.62, units: 1.1)
        case .lighthouse: stand(&place, height: 0.60 * min(scale, 1.5), units: 1.25)
        case .sailingBoat: stand(&place, height: 0.34 * min(scale, 1.8), units: 1.0)
        case .castle: stand(&place, height: 0.42 * min(scale, 1.6), units: 2.2)
        case .dragon: fly(&place, height: 0.36 * max(scale, 0.8))
        }
        dress(&place, for: subject)
        return place
    }

    /// Stands a subject on the ground, `share` of the picture high.
    ///
    /// Its own height in scene units says how far away it is.
    private func stand(_ place: inout SketchPlacement, height share: Double, units: Double) {
        place.size = share * height
        let z = Double(air.focal) * units / place.size
        place.row = min(groundRow(at: z), height * (share > 0.6 ? 0.985 : 0.93))
        place.row = max(place.row, Double(air.horizon) + height * 0.02)
        place.z = min(z, groundDistance(at: place.row))
    }

    private func fly(_ place: inout SketchPlacement, height share: Double) {
        place.x = width * (0.5 + (composition.subjectX - 0.5) * 0.45)
        place.size = share * height
        place.row = height * 0.42
        place.z = 3
        place.contact = 0
        place.rim = 1.3
    }

    /// Whether still water lies where the subject stands.
    var isBesideWater: Bool {
        switch reading.setting {
        case .city: true
        case .sea: !reading.has(.rough)
        case .mountain: reading.has(.lake) || standsByWater
        case .dunes, .canyon, .field, .forest: false
        }
    }

    private func dress(_ place: inout SketchPlacement, for subject: SketchSubject) {
        let onWater = isBesideWater
        let isWet = reading.has(.rain)
        if subject != .dragon {
            place.mirror = onWater ? 0.75 : isWet ? 0.45 : 0
            place.contact = onWater ? 0 : 0.62
            let open =
                reading.setting == .dunes || reading.setting == .field || reading.setting == .canyon
            place.cast = open && script.sunVisible > 0.4 && composition.scale < 2 ? 0.9 : 0
        }
        switch subject {
        case .astronaut: place.tint = sketch_rgb(r: 1.3, g: 1.3, b: 1.35)
        case .lighthouse:
            place.sunlit = 1.2
            place.emission = 1.6
        case .sailingBoat:
            place.tint = sketch_rgb(r: 1.2, g: 1.1, b: 1)
            place.translucency = 1.5
            place.contact = 0
        case .robot:
            place.tint = sketch_rgb(r: 0.75, g: 0.8, b: 0.95)
            place.fogShare = 0.5
        case .tree: place.tint = sketch_rgb(r: 0.9, g: 1, b: 0.7)
        case .deer, .wolf, .horse: place.fogShare = 0.5
        case .car:
            if reading.setting == .field || reading.has(.road) { place.x = roadColumn(at: place.z) }
        case .figure, .castle, .rocket, .cabin, .dragon, .tent: break
        }
    }
}

extension SketchScene {
    /// The column where the road passes at a distance; its bends are those that
    /// the ground is painted with.
    private func roadColumn(at z: Double) -> Double {
        width / 2 - Double(air.focal) * Double(sketch_road_bend(Float(z))) / z
    }
}
