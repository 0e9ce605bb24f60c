import CRenderKernels

// How light falls upon a subject.
extension SketchScene {
    func dress(_ place: inout SketchPlacement, _ part: SketchPart, _ trait: SketchTrait) {
        let isAfloat =
            trait.role == .flyer || trait.role == .craft
            || reading.setting == .space || reading.setting == .underwater
        if isAfloat {
            place.contact = 0
            place.rim = 1.3
        } else {
            ground(&place, trait)
        }
        paint(&place, part.subject)
        if let colour = part.colour { place.tint = Self.tint(colour) }
        indoors(&place)
    }

    private func ground(_ place: inout SketchPlacement, _ trait: SketchTrait) {
        let onWater = isBesideWater
        place.mirror = onWater ? 0.75 : reading.has(.rain) || reading.has(.neon) ? 0.45 : 0
        place.contact = onWater || reading.setting == .cave ? 0 : 0.62
        let open: Set<SketchSetting> = [.dunes, .field, .canyon, .planet, .arctic, .beach, .hills]
        let isLit = open.contains(reading.setting) && script.sunVisible > 0.4
        place.cast = isLit && composition.scale < 2 && !onWater ? 0.9 : 0
        if trait.role == .vessel || trait.role == .swimmer { place.contact = 0; place.cast = 0 }
    }

    private func paint(_ place: inout SketchPlacement, _ subject: SketchSubject) {
        switch subject {
        case .astronaut: place.tint = sketch_rgb(r: 1.3, g: 1.3, b: 1.35)
        case .lighthouse, .statue:
            place.sunlit = 1.2
            place.emission = 1.6
        case .sailingBoat, .tallShip:
            place.tint = sketch_rgb(r: 1.2, g: 1.1, b: 1)
            place.translucency = 1.5
        case .robot:
            place.tint = sketch_rgb(r: 0.75, g: 0.8, b: 0.95)
            place.fogShare = 0.5
        case .tree: place.tint = foliage
        case .palm, .cactus: place.tint = sketch_rgb(r: 0.8, g: 1, b: 0.6)
        case .starship, .station:
            place.tint = sketch_rgb(r: 1.1, g: 1.15, b: 1.25)
            place.sunlit = 1.6
            place.emission = 1.2
        case .jellyfish:
            place.tint = sketch_rgb(r: 1.2, g: 1.0, b: 1.5)
            place.translucency = 1
        case .campfire, .streetLamp, .wheel: place.emission = 1.2
        case .car, .bus, .motorcycle, .cyclist:
            if [.field, .village, .hills].contains(reading.setting) || reading.has(.road) {
                place.x = roadColumn(at: place.z)
            }
        default:
            if let coat = Self.coats[subject] { place.tint = coat }
        }
        if reading.setting == .underwater {
            place.tint = place.tint.mixed(sketch_rgb(r: 0.55, g: 0.9, b: 1.1), 0.7)
            place.fogShare = 0.7
            place.rim = 0.55
        }
        if subject.trait.role == .beast { place.fogShare = 0.5 }
    }

    /// What beasts and flowers wear by nature.
    private static let coats: [SketchSubject: sketch_rgb] = [
        .horse: sketch_rgb(r: 1.9, g: 1.05, b: 0.6), .rider: sketch_rgb(r: 1.5, g: 1, b: 0.7),
        .deer: sketch_rgb(r: 2, g: 1.35, b: 0.85), .wolf: sketch_rgb(r: 1.3, g: 1.25, b: 1.2),
        .dog: sketch_rgb(r: 2.2, g: 1.5, b: 0.85), .fox: sketch_rgb(r: 2.7, g: 1.1, b: 0.4),
        .bear: sketch_rgb(r: 1.4, g: 0.95, b: 0.65), .lion: sketch_rgb(r: 2.3, g: 1.6, b: 0.85),
        .giraffe: sketch_rgb(r: 2.4, g: 1.7, b: 0.9), .camel: sketch_rgb(r: 2.1, g: 1.55, b: 1),
        .dinosaur: sketch_rgb(r: 1, g: 1.3, b: 0.85), .eagle: sketch_rgb(r: 1.6, g: 1.2, b: 0.8),
        .flower: sketch_rgb(r: 2.1, g: 1.6, b: 0.6), .mushroom: sketch_rgb(r: 1.9, g: 1, b: 0.85),
        .butterfly: sketch_rgb(r: 2.2, g: 1.2, b: 0.7), .gate: sketch_rgb(r: 2.4, g: 0.7, b: 0.5),
        .pagoda: sketch_rgb(r: 1.8, g: 0.9, b: 0.7), .bus: sketch_rgb(r: 1.5, g: 0.9, b: 0.7),
        .campfire: sketch_rgb(r: 1.2, g: 1, b: 0.9), .balloon: sketch_rgb(r: 2, g: 1, b: 0.7),
    ]

    private func indoors(_ place: inout SketchPlacement) {
        guard reading.setting == .room || reading.setting == .hall else { return }
        place.rim = 0.9
        place.contact = 0.7
        place.mirror = 0
    }

    /// What a colour makes of the grey a subject is drawn in.
    private static func tint(_ colour: SketchPalette) -> sketch_rgb {
        switch colour {
        case .white: return sketch_rgb(r: 3.4, g: 3.4, b: 3.5)
        case .black: return sketch_rgb(r: 0.30, g: 0.30, b: 0.34)
        case .silver: return sketch_rgb(r: 1.7, g: 1.75, b: 1.9)
        default:
            let pure = sketch_rgb(colour.stops.middle), most = max(pure.r, max(pure.g, pure.b))
            return pure.scaled(2.8 / max(most, 0.05))
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
