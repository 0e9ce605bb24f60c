import Input
import Testing

@testable import Terminal

struct SixelPictureTests {
    private let cell = CellPixels(width: 7, height: 17)

    private func layer(_ cell: CellPixels) -> PictureLayer {
        let capabilities = TerminalCapabilities(graphics: .sixel, depth: .direct, cell: cell)
        return PictureLayer(protocol: .sixel, capabilities: capabilities)
    }

    private func images(_ bytes: [UInt8]) -> [SixelReader] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\u{1B}P").dropFirst().compactMap {
            SixelReader(String($0.prefix { $0 != "\u{1B}" }))
        }
    }

    @Test(arguments: [(7, 17), (8, 16), (9, 18), (10, 20), (5, 11), (13, 29)])
    func `A picture is exact to the pixel, whatever the cells`(_ width: Int, _ height: Int) {
        let cell = CellPixels(width: width, height: height)
        let rect = CellRect(column: 1, row: 1, columns: 20, rows: 7)
        let picture = Picture.disc(rect.columns * width, rect.rows * height)
        var screen = ScreenReader(22, 9, cell: cell)
        screen.read(layer(cell).encode(picture, in: rect, covered: []))
        var own: [UInt32] = []
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let line = (y + height) * 22 * width
                own.append(screen.pixels[line + x + width] ?? 0)
            }
        }
        #expect(screen.touched == rect.points)
        #expect(picture.nearness(to: own) > 17)
        #expect(picture.nearness(to: own, square: 8) > 36)
    }

    @Test func `Each image defines the colours it uses, each once`() {
        let rect = CellRect(column: 0, row: 0, columns: 40, rows: 12)
        let images = images(layer(cell).encode(.disc(280, 204), in: rect, covered: []))
        #expect(images.count == 1)
        for image in images {
            let used = Set(image.pixels.compactMap { $0 })
            #expect(image.definitions == used.count)
            #expect(image.pixels.allSatisfy { $0 != nil })
        }
    }

    @Test func `A band is filled with one colour in a few bytes, and the rest lies over it`() {
        let rect = CellRect(column: 0, row: 0, columns: 40, rows: 12)
        let bytes = layer(cell).encode(.disc(280, 204), in: rect, covered: [])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.ranges(of: "!280~").count >= 204 / 6)
    }

    @Test func `A strip is three rows where their pixels are whole bands`() {
        let cell = CellPixels(width: 8, height: 16)
        let rect = CellRect(column: 0, row: 0, columns: 10, rows: 8)
        let layer = layer(cell)
        layer.quality.budget = 1
        var heights: [Int] = []
        repeat {
            heights += images(layer.encode(.disc(80, 128), in: rect, covered: [])).map(\.height)
        } while !layer.isComplete
        // A budget of nothing also cuts each strip into three pieces.
        #expect(heights.sorted() == [32, 32, 32] + Array(repeating: 48, count: 6))
    }

    @Test func `Only the rows and columns that changed are sent`() {
        let cell = CellPixels(width: 8, height: 16)
        let rect = CellRect(column: 0, row: 0, columns: 40, rows: 9)
        let layer = layer(cell)
        let picture = Picture.disc(320, 144)
        _ = layer.encode(picture, in: rect, covered: [])
        var pixels = picture.pixels
        let index = (60 * 320 + 100) * 4
        pixels[index] ^= 0x80
        let changed = Picture(width: 320, height: 144, pixels: pixels)
        let bytes = layer.encode(changed, in: rect, covered: [])
        var screen = ScreenReader(40, 9, cell: cell)
        screen.read(bytes)
        #expect(screen.touched == CellRect(column: 12, row: 3, columns: 1, rows: 1).points)
        #expect(bytes.count < 3_000)
    }

    @Test func `A pop-up cuts a strip into pieces around it`() {
        let columns = 10
        var covered = [UInt8](repeating: 0, count: columns * 3)
        for column in 3..<6 { covered[columns + column] = 1 }
        let dirty: [UInt8] = covered.map { $0 == 0 ? 1 : 0 }
        let tiles = TilePlan(columns: columns, covered: covered, dirty: dirty).tiles(in: 0..<3)
        #expect(
            Set(tiles) == [
                CellRect(column: 0, row: 0, columns: 10, rows: 1),
                CellRect(column: 0, row: 1, columns: 3, rows: 1),
                CellRect(column: 6, row: 1, columns: 4, rows: 1),
                CellRect(column: 0, row: 2, columns: 10, rows: 1),
            ]
        )
    }

    @Test func `Tiles hold every changed cell and no covered one`() {
        var noise = InputFuzzTests.Noise(state: 11)
        for _ in 0..<300 {
            let columns = Int.random(in: 1...12, using: &noise)
            let rows = Int.random(in: 1...6, using: &noise)
            let covered = (0..<columns * rows).map { _ in
                UInt8.random(in: 0...4, using: &noise) == 0 ? UInt8(1) : 0
            }
            let dirty: [UInt8] = covered.map {
                $0 == 0 && Bool.random(using: &noise) ? 1 : 0
            }
            let plan = TilePlan(columns: columns, covered: covered, dirty: dirty)
            let tiles = plan.tiles(in: 0..<rows)
            let cells = tiles.flatMap { Array($0.points) }.map { $0.row * columns + $0.column }
            #expect(cells.count == Set(cells).count)
            #expect(cells.allSatisfy { covered[$0] == 0 })
            #expect(Set(dirty.indices.filter { dirty[$0] != 0 }).isSubset(of: cells))
        }
    }

    @Test func `A sixel frame keeps to its budget of bytes`() {
        let rect = CellRect(column: 0, row: 0, columns: 80, rows: 22)
        let layer = layer(CellPixels(width: 8, height: 16))
        let first = layer.encode(.disc(640, 352), in: rect, covered: [])
        let second = layer.encode(.disc(640, 352, time: 1), in: rect, covered: [])
        #expect(first.count < 180_000)
        #expect(second.count < first.count / 2)
    }
}
