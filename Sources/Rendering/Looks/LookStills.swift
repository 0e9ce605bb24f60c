import CRenderKernels
import Editorial
import Motion

/// What of a look is the same in every frame, made once.
///
/// @unchecked: what the pointers show is written before `init` returns and
/// never after.
final class LookStills: @unchecked Sendable {
    let changesNothing: Bool
    /// The whole look, where it is nothing but a grade.
    let wholeTable: GradeTable?
    /// The stages from curve to tone; nil where they are neutral.
    let table: GradeTable?
    let gain: SIMD3<Float>
    /// Vignettes in the fourth number, and no light in the others.
    let base: look_cells
    /// Smudges in the fourth number; nil without dirt.
    let smudges: look_cells?
    let grain: UnsafeMutablePointer<Int8>?
    let levels: [Float]
    private let bench: LookBench

    init(look: LookRecipe, size: PixelSize, seed: UInt32) {
        changesNothing = look.isNeutral || LookStills.isInvisible(look)
        let isGrade = ColourGrade.isWhole(look)
        wholeTable =
            isGrade && !changesNothing
            ? GradeTable(colour: ColourGrade(look).callAsFunction) : nil
        let grade = ColourGrade(look, withLight: false)
        table = isGrade || grade.isNeutral ? nil : GradeTable(colour: grade.callAsFunction)
        gain = SIMD3<Float>(ColourGrade.gain(of: look))
        bench = LookBench(size: size)
        base = bench.cells(0)
        base.fill(SIMD4(0, 0, 0, 1))
        for vignette in look.vignettes where vignette.amount != 0 {
            look_vignette(
                base,
                Int32(size.width),
                Int32(size.height),
                Float(vignette.amount),
                Float(vignette.radius),
                Float(vignette.softness)
            )
        }
        smudges = look.lens.dirt > 0 ? bench.cells(1) : nil
        if let smudges { look_smudges(smudges, seed) }
        grain = LookStills.grain(look.grain, size, seed)
        levels = LookStills.levels(look.drawing?.levels ?? 0)
    }

    deinit { grain?.deallocate() }

    /// Whether every stage is there with nothing to do.
    static func isInvisible(_ look: LookRecipe) -> Bool {
        ColourGrade(look).isNeutral
            && look.particles.allSatisfy { $0.density == 0 || $0.kind != .fog && $0.alpha == 0 }
            && look.blooms.allSatisfy { $0.amount == 0 }
            && look.halations.allSatisfy { $0.amount == 0 } && !look.lens.isAtWork
            && look.vignettes.allSatisfy { $0.amount == 0 }
            && look.leaks.allSatisfy { $0.amount == 0 } && (look.drawing?.amount ?? 0) == 0
            && look.optics == LookOptics() && look.grain.amount == 0 && look.tape == nil
            && (look.digital?.amount ?? 0) == 0 && !look.gate.moves && !look.gate.marks
            && look.flicker.amount == 0 && look.letterbox == nil
    }

    private static func grain(_ grain: LookGrain, _ size: PixelSize, _ seed: UInt32)
        -> UnsafeMutablePointer<Int8>?
    {
        guard grain.amount > 0 else { return nil }
        let count = Int(LOOK_GRAIN_SIDE) * Int(LOOK_GRAIN_SIDE)
        let tile = UnsafeMutablePointer<Int8>.allocate(capacity: count * 4)
        var scratch = [Float](repeating: 0, count: count)
        look_fill_grain(tile, &scratch, Float(grain.size * Double(size.height) / 1000), seed)
        return tile
    }

    private static func levels(_ count: Double) -> [Float] {
        guard count >= 2 else { return [] }
        var levels = [Float](repeating: 0, count: Int(LOOK_LEVEL_COUNT))
        look_fill_levels(&levels, Float(count))
        return levels
    }
}
