import Motion
import Testing

struct LookRecipeTests {
    private static var looks: [LookRecipe] { ShippedLooks.all.compactMap(\.look) }

    private static func close(_ a: LookRecipe, _ b: LookRecipe) -> Bool {
        let (x, y) = (a.parameters, b.parameters)
        return x.count == y.count
            && zip(x, y).allSatisfy { $0.key == $1.key && abs($0.value - $1.value) < 1e-9 }
            && a.curves == b.curves && a.tone == b.tone && a.drawing == b.drawing
            && a.heldRate == b.heldRate && a.letterbox == b.letterbox && a.shutter == b.shutter
            && (a.grade.gain - b.grade.gain).max() < 1e-9
            && (a.grade.lift - b.grade.lift).max() < 1e-9
    }

    @Test(arguments: ShippedLooks.all)
    func `At strength 0 a look is neutral, and at 1 it is itself`(preset: Preset) throws {
        let look = try #require(preset.look)
        #expect(!look.isNeutral)
        #expect(look.scaled(0).isNeutral)
        #expect(look.scaled(1) == look)
    }

    @Test func `Strength moves amounts and leaves sizes`() {
        var look = LookRecipe()
        look.exposure = 2
        look.grain.size = 3
        look.grain.amount = 0.1
        look.heldRate = 12
        look.letterbox = LookLetterbox(ratio: 2)
        look.grade.gain = SIMD3(3, 1, 1)
        look.curves = [ToneCurve([.init(0, 0.2), .init(1, 1)])]
        let half = look.scaled(0.5)
        #expect(half.exposure == 1)
        #expect(half.grain.size == 3)
        #expect(half.grain.amount == 0.05)
        #expect(half.grade.gain == SIMD3(2, 1, 1))
        #expect(abs((half.curves.first?.splines[0](0) ?? 0) - 0.1) < 1e-12)
        #expect(half.heldRate == 12 && half.letterbox != nil)
        #expect(look.scaled(0.49).heldRate == nil)
        #expect(look.scaled(0.49).letterbox == nil)
    }

    @Test(arguments: ShippedLooks.all)
    func `Mixing with the neutral look changes nothing`(preset: Preset) throws {
        let look = try #require(preset.look)
        #expect(look.mixed(with: LookRecipe()) == look)
        #expect(LookRecipe().mixed(with: look) == look)
        #expect(LookRecipe.mixing([(look, 1), (look, 0)]) == look)
    }

    @Test func `It makes no difference which two of three are mixed first`() {
        let looks = Self.looks
        for index in looks.indices {
            let a = looks[index].scaled(0.7)
            let b = looks[(index * 7 + 3) % looks.count]
            let c = looks[(index * 13 + 5) % looks.count].scaled(0.4)
            #expect(Self.close(a.mixed(with: b).mixed(with: c), a.mixed(with: b.mixed(with: c))))
        }
    }

    @Test func `Mixed looks follow the rules of their stages`() {
        var (a, b) = (LookRecipe(), LookRecipe())
        (a.exposure, b.exposure) = (1, 0.5)
        (a.saturation.saturation, b.saturation.saturation) = (0.5, 0.5)
        (a.grain.amount, b.grain.amount) = (0.03, 0.04)
        (a.grain.size, b.grain.size) = (1, 2)
        (a.heldRate, b.heldRate) = (24, 12)
        (a.letterbox, b.letterbox) = (LookLetterbox(ratio: 2.39), LookLetterbox(ratio: 1.85))
        (a.tape, b.tape) = (LookTape(), nil)
        let mix = a.mixed(with: b)
        #expect(mix.exposure == 1.5)
        #expect(mix.saturation.saturation == 0.25)
        #expect(abs(mix.grain.amount - 0.05) < 1e-12)
        #expect(abs(mix.grain.size - (0.0009 + 2 * 0.0016) / 0.0025) < 1e-9)
        #expect(mix.heldRate == 12)
        #expect(mix.letterbox?.ratio == 2.39)
        #expect(mix.tape != nil)
    }

    @Test func `Every number of a look lies in its range`() {
        for look in Self.looks {
            for parameter in look.parameters {
                #expect(parameter.range.contains(parameter.value), "\(parameter)")
                #expect(parameter.range.contains(parameter.neutral), "\(parameter)")
            }
        }
    }

    @Test(arguments: [0.0, 0.3, 1.0])
    func `A curve through rising points rises, and goes through them`(amount: Double) {
        let points: [ToneCurve.Point] = [
            .init(0, 0.02), .init(0.2, 0.1), .init(0.25, 0.3), .init(0.7, 0.31), .init(1, 1),
        ]
        let spline = MonotoneSpline(points, amount: amount)
        var last = spline(-0.1)
        for step in -100...1100 {
            let value = spline(Double(step) / 1000)
            #expect(value >= last - 1e-12)
            last = value
        }
        for point in points {
            #expect(abs(spline(point.x) - (point.x + (point.y - point.x) * amount)) < 1e-12)
        }
    }
}
