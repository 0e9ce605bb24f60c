import CRenderKernels
import Editorial
import Foundation
import Motion

extension LookPass {
    /// Gaussians of bloom: factors of the radius, and weights.
    private static let bloomScales: [(factor: Double, weight: Double)] = [
        (1, 0.5), (3, 0.3), (8, 0.2),
    ]
    private static let halationScales: [(factor: Double, weight: Double)] = [(1, 0.7), (3, 0.3)]

    /// Numbers of the cells on the bench.
    private enum Cells {
        static let add = 0, halo = 1, leak = 2, source = 3, copy = 4, scratch = 5
        static let lights = 6
    }

    /// Makes the light that spreads from bright parts, comes through the lens
    /// or into the camera, and the vignettes.
    func spreadLight(of light: look_picture) -> LookLayers {
        var layers = LookLayers()
        let hasVignette = look.vignettes.contains { $0.amount != 0 }
        if hasVignette || look.lens.isAtWork || look.blooms.contains(where: { $0.amount > 0 }) {
            layers.add = bench.cells(Cells.add)
            layers.add.copy(from: stills.base)
        }
        if look.halations.contains(where: { $0.amount > 0 }) {
            layers.halo = bench.cells(Cells.halo)
            layers.halo.fill(.zero)
        }
        for number in 0..<max(look.blooms.count, look.halations.count) {
            glow(number, light, layers)
        }
        if look.lens.isAtWork { lens(light, layers.add) }
        let leaks = look.leaks.filter { $0.amount > 0 }
        if !leaks.isEmpty {
            layers.leak = bench.cells(Cells.leak)
            layers.leak.fill(.zero)
            for (number, leak) in leaks.enumerated() { fan(leak, UInt32(number), layers.leak) }
        }
        return layers
    }

    private func sigma(_ radius: Double, _ cells: look_cells) -> Float {
        Float(radius * height / Double(cells.step))
    }

    /// Adds one bloom and one halation, whose light is gathered in one go.
    private func glow(_ number: Int, _ light: look_picture, _ layers: LookLayers) {
        let bloom = number < look.blooms.count ? look.blooms[number] : LookGlow()
        let halation = number < look.halations.count ? look.halations[number] : LookGlow()
        let source = bench.cells(Cells.source)
        gather(source) {
            look_gather(
                light,
                Float(bloom.threshold),
                Float(halation.threshold),
                source,
                $0,
                $1
            )
        }
        for scale in Self.bloomScales where bloom.amount > 0 {
            let weight = Float(bloom.amount * scale.weight)
            blurred(source, sigma(bloom.radius * scale.factor, source)) { copy in
                look_add(layers.add, copy, [weight, weight, weight, 0])
            }
        }
        for scale in Self.halationScales where halation.amount > 0 {
            let tint = SIMD3<Float>(halation.tint * halation.amount * scale.weight)
            blurred(source, sigma(halation.radius * scale.factor, source)) { copy in
                look_add_luma(layers.halo, copy, [tint.x, tint.y, tint.z, 0])
            }
        }
    }

    private func gather(_ cells: look_cells, _ body: @Sendable (Int32, Int32) -> Void) {
        LookBands.run(Int(cells.rows), max(1, rowsPerBand / 4), body)
    }

    /// Blurs a copy of cells and lends it.
    private func blurred(_ cells: look_cells, _ sigma: Float, _ body: (look_cells) -> Void) {
        let copy = bench.cells(Cells.copy)
        copy.copy(from: cells)
        guard let scratch = bench.cells(Cells.scratch).values else { return }
        look_blur(copy, scratch, sigma, sigma)
        body(copy)
    }

    private func lens(_ light: look_picture, _ add: look_cells) {
        let lights = bench.cells(Cells.lights)
        gather(lights) { look_gather_light(light, lights, $0, $1) }
        look_keep_lights(lights)
        if look.lens.flare > 0 { flare(lights, add) }
        if look.lens.streak > 0 {
            let copy = bench.cells(Cells.copy)
            copy.copy(from: lights)
            guard let scratch = bench.cells(Cells.scratch).values else { return }
            look_blur(copy, scratch, sigma(0.3, copy), sigma(0.004, copy))
            let amount = Float(look.lens.streak) * 2.2
            look_add(add, copy, [0.35 * amount, 0.55 * amount, amount, 0])
        }
        if look.lens.dirt > 0, let smudges = stills.smudges {
            blurred(lights, sigma(0.06, lights)) { copy in
                look_add_masked(add, copy, smudges, Float(look.lens.dirt) * 2.2)
            }
            blurred(lights, sigma(0.25, lights)) { copy in
                look_add_masked(add, copy, smudges, Float(look.lens.dirt) * 2.6)
            }
        }
    }

    private func flare(_ lights: look_cells, _ add: look_cells) {
        var found = [look_light](repeating: look_light(), count: Int(LOOK_LIGHT_LIMIT) + 1)
        let smallest = 0.00006 * Float(lights.rows * lights.rows)
        let count = look_find_lights(lights, smallest, bench.marks(), &found)
        for number in 0..<Int(count) {
            let share = [1, 0.5, 0.3][number] * Float(look.lens.flare)
            look_flare(add, &found[number], share, Int32(look.lens.ghosts))
        }
    }

    private func fan(_ leak: LookLeak, _ number: UInt32, _ cells: look_cells) {
        let wave = random.wave(60 + number, hz: leak.rate, at: heldSeconds)
        // Never quite dark, so that a still shows it too.
        let strength = leak.amount * (0.25 + 0.75 * min(1, pow(max(0, 0.35 + wave * 0.6), 2)))
        let colour = SRGB.linear(SIMD3(leak.colour.red, leak.colour.green, leak.colour.blue))
        var warm = SIMD3<Float>(colour)
        let place = 0.3 + 0.15 * random.wave(70 + number, hz: leak.rate, at: heldSeconds)
        let drift = heldSeconds * leak.rate
        withUnsafeMutableBytes(of: &warm) { warm in
            guard let warm = warm.assumingMemoryBound(to: Float.self).baseAddress else { return }
            look_leak(
                cells,
                leak.side.number,
                warm,
                Float(strength * 2.4),
                Float(place),
                Float(drift)
            )
        }
    }
}

extension LookLeak.Side {
    fileprivate var number: Int32 {
        switch self {
        case .left: 0
        case .right: 1
        case .top: 2
        case .bottom: 3
        }
    }
}
