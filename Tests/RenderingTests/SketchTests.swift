import CRenderKernels
import Editorial
import Media
import Synchronization
import Testing

@testable import Rendering

struct SketchTests {
    private static let small = PixelSize(width: 320, height: 180)

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

    @Test func `A larger picture shows the same scene`() throws {
        var order = SketchOrder(prompt: "a lighthouse by the sea at dusk", size: Self.small)
        let small = try #require(try Sketch.paint(order, lanes: 2))
        order.size = PixelSize(width: 640, height: 360)
        let large = try #require(try Sketch.paint(order, lanes: 2))
        #expect(Tones(small).distance(to: Tones(large)) < 6)
        order.seed = 9
        let other = try #require(try Sketch.paint(order, lanes: 2))
        #expect(Tones(small).distance(to: Tones(other)) > 12)
    }

    @Test func `Depth rises from sky over land to the subject`() throws {
        let order = SketchOrder(prompt: "an astronaut in the desert", size: Self.small)
        let sketch = try #require(try Sketch.paint(order, lanes: 2))
        let scene = SketchScene(SketchReading(order.prompt), seed: order.seed, size: order.size)
        let depth = sketch.depth
        let subject = Int(scene.composition.subjectX * 320)
        let sky = depth[row: 8, column: subject]
        let far = depth[row: scene.horizonRow + 6, column: 8]
        let body = (scene.horizonRow + 10..<178).map { depth[row: $0, column: subject] }.max() ?? 0
        #expect(sky == 0)
        #expect(far > 0.01)
        #expect(body > far)
        #expect(depth.nearness.allSatisfy { (0...1).contains($0) })
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
        #expect(nearer > 300)
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

    @Test(arguments: [(16, 16), (16, 400), (400, 16), (90, 160)])
    func `Odd shapes are painted in full`(width: Int, height: Int) throws {
        for prompt in [
            "a dragon over a castle in the mountains", "forest with a cabin, snow",
            "car in the city, rain",
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

struct SketchStyleTests {
    @Test(arguments: Style.allCases.filter { $0 != .natural })
    func `A style changes more than the colours`(style: Style) throws {
        var order = SketchOrder(
            prompt: "snowy mountains and a lake, a cabin",
            size: PixelSize(width: 320, height: 180)
        )
        let plain = Tones(try #require(try Sketch.paint(order, lanes: 2)))
        order.style = style
        let styled = Tones(try #require(try Sketch.paint(order, lanes: 2)))
        // A mere change of colours would map every light of one picture to one
        // light of the other; what a style draws does not.
        #expect(plain.scatter(against: styled) > 2)
        #expect(abs(styled.roughness / plain.roughness - 1) > 0.04)
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
    let width: Int
    let height: Int
    let values: [Double]

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

    /// The mean difference of 32 × 18 cells.
    func distance(to other: Tones) -> Double {
        zip(cells, other.cells).map { abs($0 - $1) }.reduce(0, +) / Double(32 * 18)
    }

    /// The mean step from pixel to pixel.
    var roughness: Double {
        var sum = 0.0
        for row in 0..<height {
            for column in 1..<width {
                sum += abs(values[row * width + column] - values[row * width + column - 1])
            }
        }
        return sum / Double(values.count)
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

    private var cells: [Double] {
        var sums = [Double](repeating: 0, count: 18 * 32)
        var counts = sums
        for row in 0..<height {
            for column in 0..<width {
                let cell = row * 18 / height * 32 + column * 32 / width
                sums[cell] += values[row * width + column]
                counts[cell] += 1
            }
        }
        return zip(sums, counts).map { $0 / $1 }
    }
}
