import CRenderKernels
import Editorial
import Foundation
import Media
import Synchronization
import Testing

@testable import Rendering

struct SketchTests {
    private static let small = PixelSize(width: 224, height: 126)

    @Test func `The same prompt, style, seed and size give the same bytes`() throws {
        let order = SketchOrder(
            prompt: "a lighthouse on a coast at dusk, rain",
            seed: 4,
            size: Self.small
        )
        let first = try #require(try Sketch.paint(order, lanes: 2))
        let again = try #require(try Sketch.paint(order, lanes: 2))
        #expect(first.bytes == again.bytes)
        #expect(first.depth == again.depth)
    }

    @Test func `Another seed is another picture`() throws {
        var order = SketchOrder(prompt: "mountains", seed: 1, size: Self.small)
        let first = try #require(try Sketch.paint(order, lanes: 2))
        order.seed = 2
        let other = try #require(try Sketch.paint(order, lanes: 2))
        #expect(first.bytes != other.bytes)
        #expect(first.depth != other.depth)
    }

    @Test(arguments: [
        "a stag in a misty forest at dawn", "a castle by a lake at night", "storm at sea, a boat",
        "a city in the snow, blizzard",
    ])
    func `The number of lanes does not change a byte`(prompt: String) throws {
        let order = SketchOrder(
            prompt: prompt,
            style: .cinematic,
            size: PixelSize(width: 201, height: 113)
        )
        let one = try #require(try Sketch.paint(order, lanes: 1))
        for lanes in [2, 5] {
            let many = try #require(try Sketch.paint(order, lanes: lanes))
            #expect(one.bytes == many.bytes)
            #expect(one.depth == many.depth)
        }
    }

    @Test(arguments: [
        "a lighthouse by the sea at dusk", "a street at night, rain", "a rider in a canyon",
    ])
    func `A larger picture shows the same scene`(prompt: String) throws {
        var order = SketchOrder(prompt: prompt, size: PixelSize(width: 192, height: 108))
        let small = Tones(try #require(try Sketch.paint(order, lanes: 2)))
        order.size = PixelSize(width: 384, height: 216)
        let large = Tones(try #require(try Sketch.paint(order, lanes: 2))).halved
        #expect(large.signalToNoise(against: small) > 22)
        order.seed = 9
        let other = Tones(try #require(try Sketch.paint(order, lanes: 2))).halved
        // A room has fewer things to place anew than a landscape.
        #expect(other.signalToNoise(against: small) < 32)
    }

    @Test func `Depth rises from sky over land to the subject`() throws {
        let order = SketchOrder(prompt: "an astronaut in the desert", size: Self.small)
        let sketch = try #require(try Sketch.paint(order, lanes: 2))
        let scene = SketchScene(SketchReading(order.prompt), seed: order.seed, size: order.size)
        let depth = sketch.depth
        let subject = Int(scene.composition.subjectX * 224)
        let sky = depth[row: 8, column: subject]
        let far = depth[row: scene.horizonRow + 6, column: 8]
        let body = (scene.horizonRow + 10..<124).map { depth[row: $0, column: subject] }.max() ?? 0
        #expect(sky == 0)
        #expect(far > 0.01)
        #expect(body > far)
        #expect(depth.nearness.allSatisfy { (0...1).contains($0) })
    }

    @Test func `A subject's depth is all its own up to its outline`() throws {
        var order = SketchOrder(prompt: "a field", size: Self.small)
        let bare = try #require(try Sketch.paint(order, lanes: 2)).depth
        order.prompt = "a field, a bear"
        let held = try #require(try Sketch.paint(order, lanes: 2)).depth
        // The nearest thing is 1 in either map, so one is stretched against the other.
        let ratios = zip(bare.nearness, held.nearness).filter { $0.0 > 0.1 }.map { $1 / $0 }
            .sorted()
        let stretch = ratios[ratios.count / 2]
        let changed = zip(bare.nearness, held.nearness)
            .filter { abs($0 * stretch - $1) > 0.02 && $0 * stretch < 0.97 }.map(\.1)
        #expect(changed.count > 150)
        // Nothing lies between the subject and what is behind it.
        let body = changed.sorted()[changed.count / 2]
        #expect(changed.allSatisfy { abs($0 - body) < 0.02 })
    }

    @Test func `A subject stands before what is behind it`() throws {
        let bare = try #require(
            try Sketch.paint(SketchOrder(prompt: "mountain lake", size: Self.small), lanes: 2)
        )
        let held = try #require(
            try Sketch.paint(
                SketchOrder(prompt: "castle, mountain lake", size: Self.small),
                lanes: 2
            )
        )
        let nearer = zip(bare.depth.nearness, held.depth.nearness).filter { $1 > $0 + 0.02 }.count
        let farther = zip(bare.depth.nearness, held.depth.nearness).filter { $1 < $0 - 0.02 }.count
        #expect(nearer > 150)
        #expect(farther < nearer / 10)
    }

    @Test func `A cancelled sketch is none and stops early`() throws {
        let order = SketchOrder(prompt: "mountains", size: Self.small)
        let calls = Atomic(0)
        let sketch = try Sketch.paint(order, lanes: 1) {
            calls.add(1, ordering: .relaxed)
            return calls.load(ordering: .relaxed) > 3
        }
        #expect(sketch == nil)
        #expect(calls.load(ordering: .relaxed) == 4)
    }

    @Test(arguments: [
        (15, 100), (100, 15), (8193, 100), (100, 8193), (0, 0), (-4, 90), (8000, 8000),
    ])
    func `A size out of bounds is refused in a sentence`(width: Int, height: Int) {
        let error = #expect(throws: MediaError.self) {
            try Sketch.paint(
                prompt: "sea",
                style: .natural,
                seed: 1,
                size: PixelSize(width: width, height: height)
            )
        }
        #expect(error?.message.hasSuffix(".") == true)
        #expect(error?.message.contains("; use a size of") == true)
    }

    @Test(arguments: [(16, 16), (16, 200), (200, 16), (63, 91)])
    func `Odd shapes are painted in full`(width: Int, height: Int) throws {
        for prompt in [
            "a dragon over a castle in the mountains", "forest with a cabin, snow",
            "car in the city, rain", "three elephants, low angle, anamorphic", "a starship, bokeh",
        ] {
            let size = PixelSize(width: width, height: height)
            let sketch = try #require(
                try Sketch.paint(SketchOrder(prompt: prompt, size: size), lanes: 2)
            )
            #expect(sketch.picture.size == size)
            #expect(sketch.depth.nearness.count == size.area)
            #expect(Set(sketch.bytes).count > 8)
        }
    }
}

struct SketchSettingTests {
    @Test(arguments: SketchSetting.allCases)
    func `Every setting is painted with numbers only, in any light`(setting: SketchSetting) throws {
        let size = PixelSize(width: 45, height: 27)
        for time in SketchTime.allCases {
            var reading = SketchReading("rain, snow, fog, neon, a road, a lake, birds, aurora")
            reading.setting = setting
            reading.time = time
            let scene = SketchScene(reading, seed: 3, size: size)
            let canvas = SketchCanvas(size: size, lanes: 2) { false }
            SketchPainter(scene: scene, canvas: canvas).paint()
            let lights = UnsafeBufferPointer(start: canvas.light, count: size.area * 3)
            #expect(lights.allSatisfy { $0.isFinite && $0 >= 0 }, "\(time)")
            let distances = UnsafeBufferPointer(start: canvas.distance, count: size.area)
            #expect(distances.allSatisfy { $0.isFinite && abs($0) > 0.1 }, "\(time)")
        }
    }

    @Test(arguments: SketchSetting.allCases)
    func `Every setting is a picture and has a depth`(setting: SketchSetting) throws {
        let term = try #require(
            SketchLexicon.rows.first { $0.meanings.first == .setting(setting) }.map {
                SketchLexicon.terms(of: $0)[0]
            }
        )
        let order = SketchOrder(prompt: term, size: PixelSize(width: 96, height: 54))
        let sketch = try #require(try Sketch.paint(order, lanes: 2))
        #expect(sketch.depth.nearness.allSatisfy { (0...1).contains($0) })
        #expect(Set(sketch.depth.nearness).count > 3)
        #expect(Set(sketch.bytes).count > 60)
    }

    @Test(arguments: SketchSubject.allCases)
    func `Every subject is seen where it belongs`(subject: SketchSubject) throws {
        let scene = SketchScene(SketchReading(""), seed: 1, size: PixelSize(width: 96, height: 54))
        let shape = scene.silhouette(of: subject)
        #expect(!shape.parts.isEmpty)
        #expect((0.8...1.25).contains(shape.top))
        #expect(shape.right - shape.left < 8)
        let row = try #require(
            SketchLexicon.rows.first { $0.meanings.first == .subject(subject) }
        )
        let term = try #require(SketchLexicon.terms(of: row).first)
        let place = try #require(
            SketchLexicon.rows.first { $0.meanings.first == .setting(subject.trait.home) }
        )
        let setting = SketchLexicon.terms(of: place)[0]
        let bare = try Self.depth(of: "\(setting) at noon")
        let held = try Self.depth(of: "\(setting) with a \(term) at noon")
        let changed = zip(bare, held).filter { abs($0 - $1) > 0.004 }.count
        #expect(changed > 12, "\(term) at \(setting)")
    }

    private static func depth(of prompt: String) throws -> [Float] {
        let order = SketchOrder(prompt: prompt, size: PixelSize(width: 96, height: 54))
        return try #require(try Sketch.paint(order, lanes: 2)).depth.nearness
    }
}

struct SketchStyleTests {
    @Test(arguments: Style.allCases.filter { $0 != .natural })
    func `A style changes more than the colours`(style: Style) throws {
        var order = SketchOrder(
            prompt: "snowy mountains and a lake, a cabin",
            size: PixelSize(width: 192, height: 108)
        )
        let plain = Tones(try #require(try Sketch.paint(order, lanes: 2)))
        order.style = style
        let styled = Tones(try #require(try Sketch.paint(order, lanes: 2)))
        // A mere change of colours would map every light of one picture to one
        // light of the other; what a style draws does not.
        #expect(plain.scatter(against: styled) > 2)
    }

    @Test(arguments: Style.allCases)
    func `A style is the same on any number of lanes and at any shape`(style: Style) throws {
        for size in [PixelSize(width: 16, height: 16), PixelSize(width: 131, height: 77)] {
            let order = SketchOrder(
                prompt: "a city street at night, neon",
                style: style,
                size: size
            )
            let one = try #require(try Sketch.paint(order, lanes: 1))
            let many = try #require(try Sketch.paint(order, lanes: 3))
            #expect(one.bytes == many.bytes)
            #expect(one.depth == many.depth)
            #expect(one.depth.nearness.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test func `The prompt names the style when nothing else does`() throws {
        let order = SketchOrder(
            prompt: "a lighthouse, pencil drawing",
            style: nil,
            size: PixelSize(width: 64, height: 36)
        )
        #expect(try #require(try Sketch.paint(order, lanes: 2)).style == .pencil)
    }

    @Test func `A noir picture has no colour`() throws {
        let order = SketchOrder(
            prompt: "city at night",
            style: .noir,
            size: PixelSize(width: 160, height: 90)
        )
        let bytes = try #require(try Sketch.paint(order, lanes: 2)).bytes
        let spreads = (0..<bytes.count / 4).map { abs(Int(bytes[$0 * 4]) - Int(bytes[$0 * 4 + 2])) }
        #expect((spreads.max() ?? 255) < 16)
    }
}

/// The lights of a picture, 0…255, for measuring.
private struct Tones {
    var width: Int
    var height: Int
    var values: [Double]

    init(_ sketch: Sketch) {
        width = sketch.picture.size.width
        height = sketch.picture.size.height
        let bytes = sketch.bytes
        values = (0..<sketch.picture.size.area).map { pixel -> Double in
            let red = Double(bytes[pixel * 4]), green = Double(bytes[pixel * 4 + 1])
            let blue = Double(bytes[pixel * 4 + 2])
            return 0.3 * red + 0.59 * green + 0.11 * blue
        }
    }

    /// The picture at half its size.
    var halved: Tones {
        var half = self
        half.width = width / 2
        half.height = height / 2
        half.values = (0..<half.width * half.height).map { index in
            let at = index / half.width * 2 * width + index % half.width * 2
            return (values[at] + values[at + 1] + values[at + width] + values[at + width + 1]) / 4
        }
        return half
    }

    /// Peak signal to noise in decibels.
    func signalToNoise(against other: Tones) -> Double {
        let square = zip(values, other.values).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return 10 * log10(255 * 255 * Double(values.count) / max(square, 1e-9))
    }

    /// How widely pixels that are alike here differ there, root mean square.
    func scatter(against other: Tones) -> Double {
        var groups = [Int: (count: Double, sum: Double, squares: Double)]()
        for (mine, theirs) in zip(values, other.values) {
            var group = groups[Int(mine)] ?? (0, 0, 0)
            group = (group.count + 1, group.sum + theirs, group.squares + theirs * theirs)
            groups[Int(mine)] = group
        }
        let spread = groups.values.map { $0.squares - $0.sum * $0.sum / $0.count }.reduce(0, +)
        return (spread / Double(values.count)).squareRoot()
    }
}
