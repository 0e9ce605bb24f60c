import CRenderKernels
import Foundation

// Where subjects stand and how large they are, before the land is asked.
extension SketchScene {
    /// Places a part of the cast; the first is the hero, the others make room.
    func placement(of part: SketchPart, at order: Int) -> SketchPlacement {
        let trait = part.subject.trait
        var place = SketchPlacement(x: column(of: trait, at: order) * width, row: 0, size: 0, z: 4)
        let share = share(of: part, trait, at: order)
        switch trait.role {
        case .flyer: fly(&place, share: share, at: order)
        case .craft where reading.setting == .space: drift(&place, share: share)
        case .swimmer where reading.setting == .underwater: drift(&place, share: share)
        case .swimmer: surface(&place, share: share, trait)
        case _ where reading.setting == .space || reading.setting == .underwater:
            drift(&place, share: share * (trait.role == .person ? 0.8 : 1))
        default: stand(&place, share: share, trait)
        }
        dress(&place, part, trait)
        return place
    }

    private func column(of trait: SketchTrait, at order: Int) -> Double {
        let hero = composition.subjectX, isAirborne = trait.role == .flyer
        let heroFlies = reading.subject?.trait.role == .flyer
        guard order > 0 else {
            // A lone flyer comes to the middle; one with company keeps its third.
            return isAirborne && reading.cast.count == 1
                ? 0.5 + (hero - 0.5) * 0.45 : isAirborne ? 1 - hero + (hero - 0.5) * 0.2 : hero
        }
        let other = 1 - hero
        switch trait.role {
        case .flyer: return order == 1 ? other : 0.5
        case .building, .plant, .vessel:
            return heroFlies ? hero : order == 1 ? other : 0.5 + (other - 0.5) * 1.7
        default:
            let toMiddle = hero < 0.5 ? 1.0 : -1.0
            return hero + toMiddle * (order == 1 ? 0.13 : -0.12)
        }
    }

    private func share(of part: SketchPart, _ trait: SketchTrait, at order: Int) -> Double {
        var scale = composition.scale
        switch trait.role {
        case .building, .vessel: scale = max(min(scale, 1.6), 0.7)
        case .plant: scale = min(scale, 1.3)
        case .flyer: scale = max(min(scale, 1.7), 0.55)
        default: break
        }
        var share = trait.share * scale
        if part.subject == .robot { share = scale > 1.4 ? 0.80 : 0.62 * min(scale, 1) }
        if order > 0 {
            // What stands beside a hero has its measure, what lies behind is less.
            let hero = reading.cast[0].subject.trait
            let isBeside = [.person, .beast, .thing, .vehicle].contains(trait.role)
            let heroShare = hero.share * composition.scale
            share =
                isBeside && [.person, .beast, .thing, .vehicle].contains(hero.role)
                ? heroShare * trait.stature / hero.stature : share * 0.72
        }
        if part.count > 1 { share /= 1 + 0.11 * Double(part.count - 1) }
        return min(share, 0.86)
    }

    /// Stands a subject on the ground, `share` of the picture high.
    ///
    /// Its own height in scene units says how far away it is.
    private func stand(_ place: inout SketchPlacement, share: Double, _ trait: SketchTrait) {
        let units = trait.stature * composition.person
        if let depth = composition.depth {
            let near = composition.scale > 1 ? pow(composition.scale, -0.55) : 1
            place.z = depth * near * (trait.stature < 0.6 ? 0.72 : 1)
            place.size = min(Double(air.focal) * units / place.z, 0.80 * height)
            place.row = min(groundRow(at: place.z), height * 0.97)
            return
        }
        place.size = share * height
        // Beyond that the land rises before it.
        let z = min(Double(air.focal) * units / place.size, reading.setting == .mountain ? 7.5 : 40)
        place.row = min(groundRow(at: z), height * (share > 0.6 ? 0.985 : 0.93))
        place.row = max(place.row, Double(air.horizon) + height * 0.02)
        place.z = min(z, groundDistance(at: place.row))
        if reading.setting == .cave {
            place.row = max(min(place.row, height * 0.90), height * 0.885)
            place.z = 3.2
        }
    }

    private func fly(_ place: inout SketchPlacement, share: Double, at order: Int) {
        place.size = share * height
        place.row = height * (order == 0 ? 0.42 : 0.27) + (share - 0.3) * height * 0.3
        if reading.angle == .high { place.row = max(place.row, height * 0.5) }
        place.z = 3
        place.tilt = composition.isRight ? 0.08 : -0.08
    }

    private func drift(_ place: inout SketchPlacement, share: Double) {
        place.size = share * height
        place.row = height * (reading.setting == .space ? 0.72 : 0.50) + place.size * 0.4
        place.row = min(place.row, height * 0.97)
        place.z = reading.setting == .space ? 8 : 3.2
        place.tilt = reading.setting == .space ? 0.12 : 0
    }

    /// Breaks a swimmer out of the water.
    private func surface(_ place: inout SketchPlacement, share: Double, _ trait: SketchTrait) {
        stand(&place, share: share, trait)
        place.tilt = 0.5
        place.waterline = place.row + place.size * 0.02
        place.row += place.size * 0.28
    }

    /// Whether still water lies where the subject stands.
    var isBesideWater: Bool {
        switch reading.setting {
        case .city, .coast: true
        case .sea: !reading.has(.rough)
        case .mountain: reading.has(.lake) || standsByWater
        case .hills: reading.has(.lake) && reading.subject?.trait.role == .vessel
        case .beach, .arctic, .swamp: reading.subject?.trait.role == .vessel
        default: false
        }
    }
}
