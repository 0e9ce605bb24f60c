import Editorial
import Media
import Motion
import Testing

@testable import Rendering

struct GradeTests {
    @Test(arguments: [2, 9, 32, 33])
    func `An identity table gives the same bits`(size: Int) throws {
        let frame = try Frame.colours(width: 64, height: 64)
        let before = frame.rgba
        GradeTable(size: size) { $0 }.apply(frame, into: frame)
        #expect(frame.rgba == before)
    }

    @Test(arguments: [false, true])
    func `The kernel looks between points as the reference does`(isPortable: Bool) throws {
        let table = try CubeLUT.decode(Array(Self.wild(5).utf8), file: "wild.cube")
        let frame = try Frame.colours(width: 61, height: 40)
        let before = frame.rgba
        GradeTable(size: 5, colour: table.callAsFunction)
            .apply(frame, into: frame, rowsPerBand: 7, isPortable: isPortable)
        let after = frame.rgba
        for pixel in stride(from: 0, to: before.count, by: 4) {
            let colour = SIMD3<Double>(
                SIMD3(before[pixel], before[pixel + 1], before[pixel + 2])
            )
            let wanted = table(colour / 255) * 255
            for channel in 0..<3 {
                let value = min(255, max(0, wanted[channel]))
                #expect(abs(Double(after[pixel + channel]) - value) < 0.53)
            }
            #expect(after[pixel + 3] == before[pixel + 3])
        }
    }

    @Test func `Wide instructions and bands make no difference to the bits`() throws {
        let table = GradeTable(size: 17) { SIMD3($0.y * $0.y, 1 - $0.x, ($0.z + $0.x) / 2) }
        let results = try [(1, false), (16, false), (1000, true)].map { rows, isPortable in
            let frame = try Frame.colours(width: 77, height: 33)
            table.apply(frame, into: frame, rowsPerBand: rows, isPortable: isPortable)
            return frame.rgba
        }
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
    }

    @Test(arguments: [PixelSize(width: 32, height: 18), PixelSize(width: 31, height: 17)])
    func `A 4 2 0 frame through the identity keeps its colours`(size: PixelSize) throws {
        let source = try Frame(size: size, format: .yuv420p8)
        for plane in 0..<3 {
            let samples = source.planeSize(plane)
            source.withMutablePlane(plane) { base, stride in
                for y in 0..<samples.height {
                    for x in 0..<samples.width {
                        base[y * stride + x] = UInt8(plane == 0 ? 60 + x * 4 + y : 118 + x)
                    }
                }
            }
        }
        let table = GradeTable(.yuv, size: 33) { $0 }
        let results = try [(2, false), (1000, true)].map { rows, isPortable in
            let target = try Frame(size: size, format: .yuv420p8)
            table.apply(source, into: target, rowsPerBand: rows, isPortable: isPortable)
            return (0..<3).map { target.samples($0) }
        }
        #expect(results[0] == results[1])
        for plane in 0..<3 {
            let off = zip(results[0][plane], source.samples(plane)).map { abs(Int($0) - Int($1)) }
            #expect(off.max() ?? 255 <= 1)
        }
    }

    @Test func `A neutral grade is known as one`() {
        let grade = ColourGrade(LookRecipe())
        #expect(grade.isNeutral)
        #expect(ColourGrade.gain(of: LookRecipe()) == SIMD3(1, 1, 1))
    }

    @Test func `Balance keeps the luma of grey, and exposure counts stops`() {
        var look = LookRecipe()
        look.balance.temperature = 60
        look.balance.tint = -30
        let gain = ColourGrade.gain(of: look)
        #expect(abs((gain * SIMD3(0.2126, 0.7152, 0.0722)).sum() - 1) < 1e-12)
        #expect(gain.x > 1 && gain.z < 1)
        look = LookRecipe()
        look.exposure = 2
        #expect(ColourGrade.gain(of: look) == SIMD3(4, 4, 4))
    }

    @Test func `OkLab comes back, and grey has no chroma`() {
        for colour in [SIMD3(0.2, 0.5, 0.9), SIMD3(1, 0, 0), SIMD3(0.5, 0.5, 0.5)] {
            let lab = OkLab(encoded: colour)
            let off = lab.encoded - colour
            #expect(max(off.max(), -off.min()) < 1e-3)
        }
        #expect(OkLab(encoded: SIMD3(0.5, 0.5, 0.5)).chroma < 1e-6)
        #expect(abs(OkLab(encoded: SIMD3(1, 1, 1)).lightness - 1) < 1e-6)
        #expect(abs(OkLab(encoded: SIMD3(1, 0, 0)).hue - 29.23) < 0.1)
    }

    @Test func `A hue turns by what is asked at its place, and comes round`() {
        var hue = LookHue()
        hue.green = 22
        hue.red = -5
        let spline = HueSpline(hue)
        #expect(abs(spline(142.50) - 22) < 1e-9)
        #expect(abs(spline(29.23) + 5) < 1e-9)
        #expect(abs(spline(0.001) - spline(359.999)) < 0.01)
    }

    @Test(arguments: ShippedLookFiles.all.filter { $0.look?.drawing == nil })
    func `Greys of every look that is not drawn rise`(preset: Preset) throws {
        let grade = ColourGrade(try #require(preset.look))
        var last = -1.0
        for step in 0...64 {
            let colour = grade(SIMD3(repeating: Double(step) / 64))
            let luma = (colour * SIMD3(0.2126, 0.7152, 0.0722)).sum()
            #expect(luma.isFinite)
            #expect(luma >= last - 0.004, "\(preset.id) at \(step)")
            last = luma
        }
    }

    /// A table that no smooth function would give.
    private static func wild(_ size: Int) -> String {
        var state: UInt32 = 3
        let rows = (0..<size * size * size).map { _ in
            (0..<3).map { _ in
                state = state &* 1_664_525 &+ 1_013_904_223
                return "\(Double(state >> 8) / 16_777_216)"
            }.joined(separator: " ")
        }
        return "LUT_3D_SIZE \(size)\n" + rows.joined(separator: "\n")
    }
}
