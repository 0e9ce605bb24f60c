import CRenderKernels
import Editorial
import Foundation
import Motion

/// What lies on the film at one frame.
struct LookDirt {
    let gate: LookGate
    let random: LookRandom
    /// The frame's number: dust is there for one frame only.
    let index: UInt32
    let seconds: Double
    let size: PixelSize

    private var rows: Double { Double(size.height) }

    /// Dust and, now and then, a hair.
    var specks: [look_speck] {
        guard gate.marks else { return [] }
        let wanted = gate.dust * 0.5 + gate.dust * random.unit(1, index) + 0.0001
        let whole = wanted.rounded(.down)
        let count = Int(whole) + (random.unit(2, index) < wanted - whole ? 1 : 0)
        var specks = (0..<UInt32(min(count, Int(LOOK_SPECK_LIMIT) - 1))).map(speck)
        if let hair { specks.append(hair) }
        return specks
    }

    private func speck(_ number: UInt32) -> look_speck {
        func chance(_ key: UInt32) -> Double { random.unit(3, index, number, key) }
        var speck = look_speck()
        speck.x = Float(chance(0) * Double(size.width))
        speck.y = Float(chance(1) * rows)
        let large = chance(2)
        speck.radius = Float(max(0.7, (0.0008 + 0.0026 * large * large) * rows))
        speck.stretch = Float(1 + 2.2 * chance(3) * chance(3))
        speck.turn = Float(chance(4) * .pi)
        // Dust on the negative prints white; on the print it is black.
        speck.value = chance(5) < 0.6 ? 0.03 : 0.97
        speck.alpha = Float(0.55 + 0.4 * chance(6))
        return speck
    }

    /// A hair stays caught for about two seconds, at the edge of the gate.
    private var hair: look_speck? {
        let slot = UInt32(truncatingIfNeeded: Int(seconds / 2.2))
        guard random.unit(4, slot) < gate.hair else { return nil }
        var hair = look_speck()
        let isTop = random.unit(5, slot) < 0.5
        let tremble = random.wave(6, hz: 9, at: seconds) * 0.0012 * rows
        hair.x = Float((0.12 + 0.76 * random.unit(7, slot)) * Double(size.width) + tremble)
        hair.y = Float((isTop ? 0.035 : 0.955) * rows + tremble)
        hair.radius = Float(max(0.8, 0.0016 * rows))
        hair.stretch = Float(24 + 26 * random.unit(8, slot))
        hair.turn = Float((random.unit(9, slot) - 0.5) * 2.2)
        hair.curve = Float(9 + 14 * random.unit(10, slot)) * (random.unit(11, slot) < 0.5 ? 1 : -1)
        hair.value = 0.02
        hair.alpha = 0.8
        return hair
    }

    /// Each scratch has a lane of its own and is there for one to three
    /// seconds at a time.
    var scratches: [look_scratch] {
        guard gate.scratches > 0 else { return [] }
        let lanes = min(Int(gate.scratches.rounded(.up)), Int(LOOK_SCRATCH_LIMIT))
        return (0..<UInt32(lanes)).compactMap { lane in
            let length = 1 + 2 * random.unit(20, lane)
            let slot = UInt32(truncatingIfNeeded: Int(seconds / length))
            guard random.unit(21, lane, slot) < gate.scratches / Double(lanes) else { return nil }
            var scratch = look_scratch()
            let wander = random.wave(22 + lane, hz: 1.5, at: seconds) * 0.003 * rows
            scratch.x = Float(
                (0.08 + 0.84 * random.unit(23, lane, slot)) * Double(size.width) + wander
            )
            scratch.width = Float(max(0.6, 0.0011 * rows))
            scratch.value = random.unit(24, lane, slot) < 0.5 ? 0.9 : 0.05
            scratch.alpha = Float(0.18 + 0.22 * random.unit(25, index, lane))
            return scratch
        }
    }
}
