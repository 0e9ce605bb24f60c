import CRenderKernels
import Foundation

// Small lights, and what flashes.
extension SketchPainter {
    /// Fireflies or embers in the air before everything.
    func paintSparks() {
        if scene.reading.has(.fireflies) { paintFireflies() }
        if scene.reading.has(.embers) || scene.reading.setting == .volcano { paintEmbers() }
    }

    private func paintFireflies() {
        var random = random(101)
        paintGlows(
            (0..<70).map { _ in
                let near = random.number(0, 1), size = 0.0016 + 0.0030 * near * near
                return sketch_glow(
                    x: Float(random.number(0, 1) * scene.width),
                    y: Float(random.number(0.35, 0.98) * scene.height),
                    z: Float(0.6 + 4 * (1 - near)),
                    core: Float(size * scene.height),
                    halo: Float(size * 6 * scene.height),
                    core_light: Float(random.number(1.2, 3)),
                    halo_light: 0.16,
                    colour: sketch_rgb(r: 0.85, g: 1, b: 0.28)
                )
            }
        )
    }

    private func paintEmbers() {
        var random = random(102)
        paintGlows(
            (0..<110).map { _ in
                let size = random.number(0.0006, 0.0020), rise = random.number(0, 1)
                return sketch_glow(
                    x: Float(random.number(0, 1) * scene.width),
                    y: Float((1 - rise * rise * 0.95) * scene.height),
                    z: 0.6,
                    core: Float(size * scene.height),
                    halo: Float(size * 5 * scene.height),
                    core_light: Float(random.number(0.8, 3)),
                    halo_light: 0.14,
                    colour: sketch_rgb(r: 1, g: 0.36, b: 0.06)
                )
            }
        )
    }

    /// One forked bolt, and the clouds it lights.
    func paintLightning() {
        var random = random(103), marks: [sketch_mark] = []
        let side = scene.composition.sunX < 0.5 ? 0.72 : 0.28
        var tips: [(x: Double, y: Double, width: Double)] = [
            (scene.width * side, 0, 0.0030)
        ]
        let ground = Double(scene.air.horizon)
        while let start = tips.popLast(), marks.count < 240 {
            var (x, y) = (start.x, start.y), width = start.width
            let end = start.width > 0.002 ? ground : start.y + ground * random.number(0.15, 0.4)
            while y < min(end, ground), marks.count < 240 {
                let step = scene.height * random.number(0.012, 0.035)
                let next = (x + step * random.number(-0.9, 0.9), y + step)
                marks.append(.line((x, y), next, radius: width * scene.height, alpha: 1))
                (x, y) = next
                width *= 0.985
                if random.number(0, 1) < 0.10 { tips.append((x, y, width * 0.55)) }
            }
        }
        paintMarks(marks, colour: sketch_rgb(r: 3.2, g: 3.4, b: 4.4), veil: 0.3)
        paintGlows([
            sketch_glow(
                x: Float(scene.width * side),
                y: Float(ground * 0.25),
                z: 150,
                core: 1,
                halo: Float(scene.height * 0.22),
                core_light: 0,
                halo_light: 0.75,
                colour: sketch_rgb(r: 0.62, g: 0.68, b: 1)
            )
        ])
    }

    func paintFireworks() {
        var random = random(104)
        let colours: [UInt32] = [0xff5a4a, 0xffd070, 0x70c8ff, 0xd080ff, 0x90ff9a]
        for burst in 0..<5 {
            let x = scene.width * (0.14 + 0.18 * Double(burst) + random.number(-0.05, 0.05))
            let y = Double(scene.air.horizon) * random.number(0.18, 0.55)
            let size = scene.height * random.number(0.08, 0.16)
            let colour = sketch_rgb(colours[burst % colours.count])
            var marks: [sketch_mark] = []
            for ray in 0..<46 {
                let angle = Double(ray) / 46 * 2 * .pi + random.number(-0.05, 0.05)
                let reach = size * random.number(0.7, 1.05)
                let from = (x + cos(angle) * reach * 0.35, y + sin(angle) * reach * 0.35)
                let to = (x + cos(angle) * reach, y + sin(angle) * reach + size * 0.08)
                marks.append(
                    .line(from, to, radius: scene.height * 0.0011, alpha: random.number(0.4, 1))
                )
            }
            paintMarks(marks, colour: colour.scaled(2.6), veil: 0.6)
            paintGlows([
                sketch_glow(
                    x: Float(x),
                    y: Float(y),
                    z: 150,
                    core: Float(size * 0.16),
                    halo: Float(size * 0.9),
                    core_light: 1.4,
                    halo_light: 0.22,
                    colour: colour
                )
            ])
        }
    }
}
