import Rendering
import Testing

struct CubeTests {
    /// A table of two points along an axis, as a file.
    private static func file(size: Int, rows: Int? = nil, _ colour: (Int) -> String) -> String {
        let count = rows ?? size * size * size
        return "TITLE \"a table\"\nLUT_3D_SIZE \(size)\n"
            + (0..<count).map(colour).joined(separator: "\n") + "\n"
    }

    private static func identity(_ size: Int) -> String {
        file(size: size) { index in
            let place = [index % size, index / size % size, index / size / size]
            return place.map { "\(Double($0) / Double(size - 1))" }.joined(separator: " ")
        }
    }

    private static func decode(_ text: String) throws(CubeError) -> CubeLUT {
        try CubeLUT.decode(Array(text.utf8), file: "my.cube")
    }

    @Test(arguments: [2, 5, 17, 32, 33])
    func `An identity is known as one, and keeps colours`(size: Int) throws {
        let table = try Self.decode(Self.identity(size))
        #expect(table.isIdentity)
        #expect(table.size == size)
        let colour = SIMD3(0.13, 0.77, 0.4)
        let off = table(colour) - colour
        #expect(max(off.max(), -off.min()) < 1e-6)
    }

    @Test func `Comments, tabs, CR LF and a domain are read`() throws {
        let table = try Self.decode(
            "# made by hand\r\nLUT_1D_SIZE 2\r\nDOMAIN_MIN 0 0 0\r\nDOMAIN_MAX\t2 2 2\r\n\r\n"
                + "0 0 0\r\n1 0.5 0.25 \r\n"
        )
        #expect(table.shape == .curves)
        #expect(table(SIMD3(1, 1, 1)) == SIMD3(0.5, 0.25, 0.125))
        #expect(table(SIMD3(9, 9, 9)) == SIMD3(1, 0.5, 0.25))
        #expect(!table.isIdentity)
    }

    @Test func `A table with rows missing says how many`() {
        let text = Self.file(size: 32, rows: 31) { _ in "0.5 0.5 0.5" }
        let error = #expect(throws: CubeError.self) { try Self.decode(text) }
        #expect(
            error?.description
                == "my.cube: The table has 31 of the 32768 rows that a size of 32 needs; "
                + "export it again, or correct the size."
        )
    }

    /// A file, the line of its error and some of the words.
    @Test(arguments: [
        ("", 0, "has no `LUT_3D_SIZE`"),
        ("LUT_3D_SIZE 1\n", 1, "2 to 129 points"),
        ("LUT_3D_SIZE 130\n", 1, "2 to 129 points"),
        ("LUT_3D_SIZE 99999999999999999999\n", 1, "2 to 129 points"),
        ("LUT_1D_SIZE 65537\n", 1, "2 to 65536 points"),
        ("LUT_3D_SIZE\n", 1, "2 to 129 points"),
        ("LUT_1D_SIZE 2\nLUT_3D_SIZE 2\n", 2, "told twice"),
        ("0 0 0\n", 1, "before the size"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 1 1\n1 1 1\n", 4, "more than the 2 rows"),
        ("LUT_1D_SIZE 2\n0 0\n", 2, "three finite numbers"),
        ("LUT_1D_SIZE 2\n0 0 0 0\n", 2, "three finite numbers"),
        ("LUT_1D_SIZE 2\n0 nan 0\n", 2, "three finite numbers"),
        ("LUT_1D_SIZE 2\nnan 0 0\n", 2, "three finite numbers"),
        ("LUT_1D_SIZE 2\n0 1e99 0\n", 2, "three finite numbers"),
        ("LUT_1D_SIZE 2\n0 inf 0\n", 2, "three finite numbers"),
        ("LUT_1D_SIZE 2\n0 0x 0\n", 2, "three finite numbers"),
        ("LUT_5D_SIZE 2\n", 1, "`LUT_5D_SIZE` is not a word"),
        ("DOMAIN_MIN 0 0\n", 1, "three finite numbers"),
        ("LUT_1D_SIZE 2\nDOMAIN_MIN 1 1 1\n0 0 0\n1 1 1\n", 0, "more than DOMAIN_MIN"),
        ("\u{1}\u{2}\n", 1, "no text of a table"),
    ])
    func `What is no table is told with its line`(text: String, line: Int, words: String) {
        let error = #expect(throws: CubeError.self) { try Self.decode(text) }
        #expect(error?.line == line)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func `Mangled tables are refused or read, and nothing else happens`() {
        var state: UInt64 = 7
        func chance(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let good = Array(Self.identity(3).utf8)
        var read = 0
        for _ in 0..<800 {
            var bytes = good
            for _ in 0...chance(4) {
                switch chance(3) {
                case 0: bytes[chance(bytes.count)] = UInt8(chance(256))
                case 1: bytes.removeSubrange(chance(bytes.count)...)
                default: bytes.insert(UInt8(chance(256)), at: chance(bytes.count))
                }
                if bytes.isEmpty { bytes = [48] }
            }
            do {
                let table = try CubeLUT.decode(bytes, file: "mangled.cube")
                #expect(table(SIMD3(0.2, 0.5, 0.9)).max().isFinite)
                read += 1
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
        #expect(read > 5)
    }
}
