import CRenderKernels
import Editorial
import Foundation
import Motion

extension LookPass {
    /// Draws what is in the air, the farther first.
    func drawAir(over light: look_picture) {
        let depth = renderer.depth
        // The air is lit by the scene: fog at night is dark.
        let ambient = min(1, max(0.16, 0.1 + 2.8 * Double(look_mean_luma(light))))
        (depth?.nearness ?? []).withUnsafeBufferPointer { nearness in
            let scene = look_depth(
                nearness: depth == nil ? nil : nearness.baseAddress,
                width: Int32(depth?.size.width ?? 0),
                height: Int32(depth?.size.height ?? 0)
            )
            let sheets = look.particles.enumerated()
            for (number, sheet) in sheets where sheet.kind == .fog {
                fog(sheet, UInt32(number), ambient, over: light, scene)
            }
            for (number, sheet) in sheets where sheet.kind != .fog {
                sprites(sheet, UInt32(number), ambient, over: light, scene)
            }
        }
    }

    private func fog(
        _ sheet: LookParticles,
        _ number: UInt32,
        _ ambient: Double,
        over light: look_picture,
        _ scene: look_depth
    ) {
        let own = SIMD3(sheet.colour.red, sheet.colour.green, sheet.colour.blue)
        let colour = SRGB.linear(own) * ambient
        let way = sheet.speed * heldSeconds, angle = sheet.angle * .pi / 180
        var fog = look_fog()
        fog.density = Float(sheet.density)
        fog.near = Float(sheet.near)
        fog.size = Float(sheet.size)
        fog.alpha = Float(sheet.alpha)
        (fog.r, fog.g, fog.b) = (Float(colour.x), Float(colour.y), Float(colour.z))
        fog.drift_x = Float(sin(angle) * way)
        fog.drift_y = Float(cos(angle) * way)
        fog.seed = random.hash([80, number])
        let job = fog
        bands { first, end in
            var job = job
            look_fog_rows(light, &job, scene, first, end)
        }
    }

    private func sprites(
        _ sheet: LookParticles,
        _ number: UInt32,
        _ ambient: Double,
        over light: look_picture,
        _ scene: look_depth
    ) {
        let count = Int(sheet.density * aspect)
        let cloud = LookCloud(
            sheet: sheet,
            number: number,
            random: random,
            aspect: aspect,
            rows: height,
            ambient: ambient,
            seconds: heldSeconds
        )
        let sprites = (0..<count).map { cloud.sprite(UInt32($0)) }
            .sorted { $0.depth > $1.depth }
        sprites.withUnsafeBufferPointer { sprites in
            guard let base = sprites.baseAddress else { return }
            // unsafe: bands only read the sprites.
            nonisolated(unsafe) let shared = base
            bands { look_sprites(light, shared, Int32(count), scene, $0, $1) }
        }
    }
}
