import CRenderKernels
import Foundation

// What a subject brings along: light, smoke, a person to measure it by.
extension SketchPainter {
    func paintBehind(_ subject: SketchSubject, _ place: SketchPlacement) {
        if subject.trait.role == .building, scene.reading.setting == .mountain {
            // Haze keeps what is dark from what is dark behind it.
            paintMist(
                z: place.z * 1.12,
                row: place.row - place.size * 0.35,
                thickness: place.size * 0.55 / scene.height,
                strength: 0.55,
                seed: 5
            )
        }
        switch subject {
        case .lighthouse: paintLighthouseBeams(place)
        case .rocket: paintLaunch(place)
        case .train: paintSteam(place, x: 0.72, y: 1.0, size: 0.9)
        case .liner: paintSteam(place, x: 0.1, y: 0.95, size: 0.5)
        case .campfire:
            paintSteam(place, x: 0, y: 0.8, size: 1.5)
        default: break
        }
    }

    func paintBefore(_ subject: SketchSubject, _ place: SketchPlacement) {
        if scene.reading.setting == .clouds, place.contact > 0 {
            // Its foot is lost in the cloud it stands on.
            paintMist(z: place.z * 0.9, row: place.row, thickness: 0.045, strength: 1.3, seed: 9)
        }
        switch subject {
        case .robot, .statue, .monolith, .dinosaur: paintWitness(of: place)
        case .campfire: paintFire(place)
        case .saucer: paintSaucerBeam(place)
        case .streetLamp where scene.isDark: paintLampGlow(place)
        default: break
        }
    }

    /// A person beside a giant, so that its size reads at once.
    private func paintWitness(of giant: SketchPlacement) {
        let outdoors = scene.composition.depth == nil && scene.reading.setting != .underwater
        guard outdoors, scene.reading.setting != .space, scene.reading.cast.count == 1 else {
            return
        }
        let side: Double = giant.x < scene.width / 2 ? 1 : -1, z = giant.z * 0.85
        var place = giant
        place.x += side * scene.height * 0.30
        place.row = min(scene.groundRow(at: z), scene.height * 0.97)
        place.size = scene.height * 0.085
        place.z = z
        place.tint = sketch_rgb(r: 1, g: 0.95, b: 0.9)
        if let ground = landRow(at: Int(place.x), z: z), scene.reading.setting != .field {
            place.row = ground.row + 2
            place.z = ground.z
        }
        paint(.figure([.coat]), place)
    }

    private func paintLighthouseBeams(_ place: SketchPlacement) {
        guard scene.reading.time != .noon else { return }
        let towards: Double = Double(scene.air.sun_x) < place.x ? -1 : 1
        let strength: Float = scene.isDark ? 0.42 : 0.16
        let row = place.row - place.size * 0.808
        paintBeams(
            [(-7.0, 0.68, 1.0), (187, 0.40, 0.6)].map { angle, reach, share in
                let turn = angle * .pi / 180
                return sketch_beam(
                    x: Float(place.x),
                    y: Float(row),
                    dx: Float(cos(turn) * towards),
                    dy: Float(sin(turn)),
                    spread: 0.11,
                    reach: Float(reach * scene.height),
                    light: strength * Float(share),
                    z: Float(place.z),
                    colour: sketch_rgb(0xffe6b0)
                )
            }
        )
        paintGlows([
            sketch_glow(
                x: Float(place.x),
                y: Float(row),
                z: Float(place.z),
                core: Float(scene.height * 0.01),
                halo: Float(scene.height * 0.06),
                core_light: 0.8 * strength,
                halo_light: 0.7 * strength,
                colour: sketch_rgb(0xffe0a8)
            )
        ])
    }

    /// Fire and smoke under a rocket that rises.
    private func paintLaunch(_ place: SketchPlacement) {
        guard !scene.reading.setting.isClosed else { return }
        for side in [-1.0, 1] {
            paintPlume(
                sketch_plume(
                    seed: scene.air.seed &+ (side < 0 ? 3 : 9),
                    x: Float(place.x + side * place.size * 0.06),
                    y: Float(place.row + place.size * 0.04),
                    rise: Float(place.size * 0.34),
                    width: Float(place.size * 0.30),
                    lean: Float(side * 0.9),
                    z: Float(place.z * 1.01),
                    density: 0.9,
                    lit: scene.air.cloud_lit,
                    shade: scene.air.cloud_shade,
                    fire: sketch_rgb(r: 2, g: 0.9, b: 0.3)
                )
            )
        }
    }

    private func paintSteam(_ place: SketchPlacement, x: Double, y: Double, size: Double) {
        let towards: Double = Double(scene.air.sun_x) < place.x ? -1 : 1
        paintPlume(
            sketch_plume(
                seed: scene.air.seed &+ 21,
                x: Float(place.x + x * place.size * towards),
                y: Float(place.row - y * place.size),
                rise: Float(place.size * size * 1.6),
                width: Float(place.size * size * 0.55),
                lean: Float(-towards * 0.75),
                z: Float(place.z * 1.01),
                density: 0.75,
                lit: scene.air.cloud_lit.scaled(0.9),
                shade: scene.air.cloud_shade,
                fire: sketch_rgb(r: 0, g: 0, b: 0)
            )
        )
    }

    private func paintFire(_ place: SketchPlacement) {
        paintGlows([
            sketch_glow(
                x: Float(place.x),
                y: Float(place.row - place.size * 0.42),
                z: Float(place.z),
                core: Float(place.size * 0.16),
                halo: Float(place.size * 1.5),
                core_light: 1.6,
                halo_light: scene.isDark ? 0.42 : 0.16,
                colour: sketch_rgb(r: 1, g: 0.42, b: 0.10)
            )
        ])
    }

    private func paintLampGlow(_ place: SketchPlacement) {
        let towards: Double = Double(scene.air.sun_x) < place.x ? -1 : 1
        paintGlows([
            sketch_glow(
                x: Float(place.x + towards * place.size * 0.16),
                y: Float(place.row - place.size * 0.95),
                z: Float(place.z),
                core: Float(place.size * 0.03),
                halo: Float(place.size * 0.28),
                core_light: 2,
                halo_light: 0.35,
                colour: sketch_rgb(0xffd9a0)
            )
        ])
    }

    private func paintSaucerBeam(_ place: SketchPlacement) {
        paintBeams([
            sketch_beam(
                x: Float(place.x),
                y: Float(place.row - place.size * 0.12),
                dx: 0,
                dy: 1,
                spread: 0.30,
                reach: Float(scene.height * 0.42),
                light: 0.75,
                z: 0.5,
                colour: sketch_rgb(0xbfe8ff)
            )
        ])
    }
}
