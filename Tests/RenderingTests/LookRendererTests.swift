import Editorial
import Media
import Motion
import Testing

@testable import Rendering

struct LookRendererTests {
    private static func render(
        _ look: LookRecipe,
        _ frame: Frame,
        at index: Int = 5,
        seed: UInt32 = 1,
        depth: DepthMap? = nil,
        rowsPerBand: Int = 16,
        isPortable: Bool = false
    ) -> [UInt8] {
        let renderer = LookRenderer(
            look: look,
            size: frame.size,
            frameRate: FrameRate(24),
            seed: seed,
            depth: depth
        )
        renderer.apply(
            to: frame,
            at: FrameIndex(index),
            rowsPerBand: rowsPerBand,
            isPortable: isPortable
        )
        return frame.rgba
    }

    @Test(arguments: ShippedLookFiles.all)
    func `A look changes the picture, alike in any bands and on any processor`(
        preset: Preset
    ) throws {
        let look = try #require(preset.look)
        let size = PixelSize(width: 66, height: 48)
        let renderer = LookRenderer(look: look, size: size, frameRate: FrameRate(24))
        let results = try [(16, false), (6, true)].map { rows, isPortable in
            let frame = try Frame.colours(width: size.width, height: size.height)
            renderer.apply(
                to: frame,
                at: renderer.posterFrame,
                rowsPerBand: rows,
                isPortable: isPortable
            )
            return frame.rgba
        }
        let first = results[0]
        #expect(first == results[1])
        #expect(first != (try Frame.colours(width: size.width, height: size.height).rgba))
        #expect(stride(from: 3, to: first.count, by: 4).allSatisfy { first[$0] == 255 })
    }

    @Test(arguments: ShippedLookFiles.all)
    func `At strength 0 every bit stays`(preset: Preset) throws {
        let look = try #require(preset.look)
        let frame = try Frame.colours(width: 40, height: 24)
        let before = frame.rgba
        let renderer = LookRenderer(
            looks: [(look, 0)],
            size: frame.size,
            frameRate: FrameRate(24)
        )
        renderer.apply(to: frame, at: FrameIndex(3))
        #expect(frame.rgba == before)
    }

    @Test func `A frame depends on its number and the seed alone`() throws {
        let look = try #require(ShippedLookFiles.all.first { $0.id == "super-8" }?.look)
        let size = PixelSize(width: 64, height: 36)
        let renderer = LookRenderer(look: look, size: size, frameRate: FrameRate(24), seed: 9)
        func frame(_ index: Int) throws -> [UInt8] {
            let frame = try Frame.colours(width: 64, height: 36)
            renderer.apply(to: frame, at: FrameIndex(index))
            return frame.rgba
        }
        let forwards = try [0, 1, 2, 40].map(frame)
        let backwards = try [40, 2, 1, 0].map(frame).reversed()
        #expect(forwards == Array(backwards))
        #expect(forwards[0] != forwards[1])
        let other = Self.render(look, try .colours(width: 64, height: 36), at: 0, seed: 10)
        #expect(other != forwards[0])
    }

    @Test func `Stages without an amount leave every bit`() throws {
        var look = LookRecipe()
        look.vignettes = [LookVignette()]
        look.blooms = [LookGlow()]
        look.grain.size = 3
        look.gate.weaveHz = 9
        look.curves = [ToneCurve([.init(0, 0), .init(1, 1)])]
        let frame = try Frame.colours(width: 48, height: 32)
        let before = frame.rgba
        #expect(Self.render(look, frame) == before)
    }

    @Test func `A vignette of hardly anything goes through light and back unchanged`() throws {
        var look = LookRecipe()
        var vignette = LookVignette()
        vignette.amount = 1e-9
        look.vignettes = [vignette]
        let frame = try Frame.colours(width: 48, height: 32)
        let before = frame.rgba
        #expect(Self.render(look, frame) == before)
    }

    @Test func `Exposure doubles light`() throws {
        var look = LookRecipe()
        look.exposure = 1
        // A vignette sends it through linear light, a lone grade through one table.
        for hasVignette in [false, true] {
            var vignette = LookVignette()
            vignette.amount = hasVignette ? 1e-9 : 0
            look.vignettes = [vignette]
            let result = Self.render(look, try .grey(100, width: 32, height: 20))
            let wanted = SRGB.encoded(SRGB.linear(100.0 / 255) * 2) * 255
            #expect(abs(Double(result[0]) - wanted) < 1.01)
        }
    }

    @Test func `A vignette darkens as its formula says`() throws {
        var look = LookRecipe()
        var vignette = LookVignette()
        (vignette.amount, vignette.radius, vignette.softness) = (0.5, 0.3, 0.5)
        look.vignettes = [vignette]
        let (width, height) = (96, 64)
        let result = Self.render(look, try .grey(180, width: width, height: height))
        for (x, y) in [(48, 32), (10, 10), (90, 60), (20, 50)] {
            let dx = Double(x) + 0.5 - 48, dy = Double(y) + 0.5 - 32
            let corner: Double = (48 * 48 + 32 * 32).squareRoot()
            let radius = (dx * dx + dy * dy).squareRoot() / corner
            let t = min(1, max(0, (radius - 0.3) / 0.5))
            let light = SRGB.linear(180.0 / 255) * (1 - 0.5 * t * t * (3 - 2 * t))
            let wanted = SRGB.encoded(light) * 255
            #expect(abs(Double(result[(y * width + x) * 4]) - wanted) < 1.2)
        }
    }

    @Test func `Bloom adds light around what is bright and nowhere else`() throws {
        var look = LookRecipe()
        var bloom = LookGlow()
        (bloom.radius, bloom.threshold, bloom.amount) = (0.02, 0.6, 0.8)
        look.blooms = [bloom]
        let frame = try Frame.grey(30, width: 120, height: 90)
        frame.withMutablePlane { base, stride in
            for y in 40..<50 {
                for x in (55 * 4)..<(65 * 4) { base[y * stride + x] = 255 }
            }
        }
        let result = Self.render(look, frame)
        func level(_ x: Int, _ y: Int) -> UInt8 { result[(y * 120 + x) * 4] }
        #expect(level(60, 52) > 40)
        #expect(level(60, 52) > level(60, 60))
        #expect(level(2, 2) <= 34)
        #expect(abs(Int(level(60, 38)) - Int(level(60, 51))) <= 4)
    }

    @Test func `Grain has the strength that is asked and no mean`() throws {
        var look = LookRecipe()
        look.grain.amount = 0.05
        look.grain.size = 1.2
        look.grain.mono = 0.5
        let result = Self.render(look, try .grey(128, width: 320, height: 240))
        for channel in 0..<3 {
            let values = stride(from: channel, to: result.count, by: 4).map { Double(result[$0]) }
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.map { ($0 - mean) * ($0 - mean) }
            let variance = squares.reduce(0, +) / Double(values.count)
            #expect(abs(mean - 128) < 0.6)
            #expect(abs(variance.squareRoot() / 255 / 0.05 - 1) < 0.1)
        }
    }

    @Test func `Held pictures are shown until the next is due`() {
        var look = LookRecipe()
        look.heldRate = 8
        let renderer = LookRenderer(
            look: look,
            size: PixelSize(width: 16, height: 16),
            frameRate: FrameRate(24)
        )
        let shown = (0..<7).map { renderer.sourceIndex(of: FrameIndex($0)).value }
        #expect(shown == [0, 0, 0, 3, 3, 3, 6])
    }

    @Test func `Bars leave the shape that is asked and never cut its middle`() throws {
        var look = LookRecipe()
        look.letterbox = LookLetterbox(ratio: 2)
        let result = Self.render(look, try .grey(200, width: 96, height: 64))
        func level(_ x: Int, _ y: Int) -> UInt8 { result[(y * 96 + x) * 4] }
        #expect((0..<8).allSatisfy { level(40, $0) == 0 && level(40, 63 - $0) == 0 })
        #expect((8..<56).allSatisfy { level(40, $0) == 200 })
        // Of a tall frame they would leave too little.
        let tall = Self.render(look, try .grey(200, width: 36, height: 64))
        #expect(tall[0] == 200)
    }

    @Test func `Fog is thick where the depth map is far`() throws {
        var look = LookRecipe()
        var fog = LookParticles()
        (fog.kind, fog.density, fog.near, fog.far) = (.fog, 3, 0.9, 1.7)
        look.particles = [fog]
        let size = PixelSize(width: 40, height: 24)
        let depth = DepthMap(
            size: size,
            nearness: (0..<size.area).map { $0 % size.width < 20 ? 1 : 0 }
        )
        let result = Self.render(look, try .grey(10, width: 40, height: 24), depth: depth)
        #expect(result[5 * 4] == 10)
        #expect(result[35 * 4] > 40)
    }

    @Test func `A pixel picture has no more colours than its palette`() throws {
        let look = try #require(ShippedLookFiles.all.first { $0.id == "pixel" }?.look)
        let result = Self.render(look, try .colours(width: 96, height: 72))
        // Dithering into 8 bits may move a code by one.
        let colours = Set(
            stride(from: 0, to: result.count, by: 4).map { at -> [UInt8] in
                result[at..<at + 3].map { $0 / 8 }
            }
        )
        #expect(colours.count <= 64)
    }

    @Test func `A look is the same at every size`() throws {
        var look = LookRecipe()
        var vignette = LookVignette()
        (vignette.amount, vignette.radius) = (0.6, 0.4)
        look.vignettes = [vignette]
        var bloom = LookGlow()
        (bloom.radius, bloom.threshold, bloom.amount) = (0.05, 0.3, 0.5)
        look.blooms = [bloom]
        let small = Self.render(look, try .grey(170, width: 64, height: 48))
        let large = Self.render(look, try .grey(170, width: 256, height: 192))
        for (x, y) in [(4, 4), (32, 24), (60, 20)] {
            let a = small[(y * 64 + x) * 4], b = large[((y * 4 + 2) * 256 + x * 4 + 2) * 4]
            #expect(abs(Int(a) - Int(b)) <= 3)
        }
    }
}
