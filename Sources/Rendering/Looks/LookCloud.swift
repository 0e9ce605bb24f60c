import CRenderKernels
import Foundation
import Motion

/// A sheet of particles at a moment: where each is, and how it looks there.
///
/// Each keeps its distance and wraps around in a box a little larger than what
/// the camera sees at that distance.
struct LookCloud {
    let sheet: LookParticles
    let number: UInt32
    let random: LookRandom
    let aspect: Double
    /// Of the frame.
    let rows: Double
    /// The light of the scene, from 0 to 1.
    let ambient: Double
    let seconds: Double

    func sprite(_ index: UInt32) -> look_sprite {
        func chance(_ key: UInt32) -> Double { random.unit(90 + number, index, key) }
        let distance = sheet.near + (sheet.far - sheet.near) * chance(0)
        let margin = (sheet.length + sheet.size * 4) * 2
        let box = SIMD2(aspect * distance + margin, distance + margin)
        let angle = (sheet.angle + (chance(6) - 0.5) * spread) * .pi / 180
        let direction = SIMD2(sin(angle), cos(angle))
        let pace = sheet.speed * (0.8 + 0.4 * chance(1))
        var place = SIMD2(chance(2), chance(3)) * box + direction * pace * seconds + sway(index)
        place -= SIMD2((place.x / box.x).rounded(.down), (place.y / box.y).rounded(.down)) * box
        place = (place - box / 2) / distance + SIMD2(aspect, 1) / 2

        var sprite = look_sprite()
        (sprite.x, sprite.y) = (Float(place.x * rows), Float(place.y * rows))
        (sprite.dx, sprite.dy) = (Float(direction.x), Float(direction.y))
        sprite.depth = Float(distance)
        sprite.length = Float(sheet.length / distance * rows * (0.7 + 0.6 * chance(4)))
        size(&sprite, distance, chance(5), flicker: chance(7))
        paint(&sprite, chance(8))
        return sprite
    }

    /// How differently the particles fly, in degrees.
    private var spread: Double {
        switch sheet.kind {
        case .rain: 3
        case .snow: 24
        case .dust: sheet.speed > 0.5 ? 8 : 160
        case .ember: 34
        case .fog: 0
        }
    }

    /// What the air adds to a straight way.
    private func sway(_ index: UInt32) -> SIMD2<Double> {
        let width: Double
        switch sheet.kind {
        case .rain, .fog: return .zero
        case .snow: width = 0.028
        case .dust: width = sheet.speed > 0.5 ? 0.01 : 0.022
        case .ember: width = 0.035
        }
        let phase = random.unit(90 + number, index, 20) * 2 * .pi
        let pace = 0.9 + 1.3 * random.unit(90 + number, index, 21)
        return SIMD2(
            width * sin(pace * seconds + phase),
            width * 0.4 * sin(1.7 * pace * seconds + phase * 2)
        )
    }

    /// A sprite thinner than a pixel is drawn a pixel wide and fainter; one
    /// away from the subject is out of focus.
    private func size(
        _ sprite: inout look_sprite,
        _ distance: Double,
        _ chance: Double,
        flicker: Double
    ) {
        let sharp = sheet.size / distance * rows * (0.55 + 0.9 * chance)
        let blur = sheet.kind == .rain ? 0 : abs(1 / distance - 1) * 0.0055 * rows
        let wide = (sharp * sharp + blur * blur).squareRoot()
        let radius = max(0.85, wide)
        let thin = sheet.length > 0 ? sharp / radius : sharp * sharp / (radius * radius)
        sprite.radius = Float(radius)
        var alpha = sheet.alpha * min(1, max(thin, blur > 0 ? 0.18 : 0.3))
        if sheet.kind == .ember {
            alpha *= 0.55 + 0.45 * sin(seconds * (5 + 9 * flicker) + flicker * 40)
        }
        sprite.alpha = Float(min(1, alpha))
    }

    private func paint(_ sprite: inout look_sprite, _ chance: Double) {
        var colour = SRGB.linear(SIMD3(sheet.colour.red, sheet.colour.green, sheet.colour.blue))
        switch sheet.kind {
        case .ember:
            // From red to yellow by heat, and brighter than the film can hold.
            colour *= SIMD3(3.4, 2.2 + 2.6 * chance, 1 + 3 * chance)
            sprite.glow = 1
        case .rain:
            colour *= 0.35 + 0.65 * ambient
            sprite.glow = 0.5
        case .snow, .dust, .fog:
            colour *= 0.4 + 0.6 * ambient
            sprite.glow = 0
        }
        (sprite.r, sprite.g, sprite.b) = (Float(colour.x), Float(colour.y), Float(colour.z))
    }
}
