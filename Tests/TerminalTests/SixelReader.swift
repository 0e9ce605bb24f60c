/// A sixel image, decoded.
struct SixelReader {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt32?]
    private(set) var definitions = 0

    /// Reads what stands between DCS and ST; nil when that is no sixel image
    /// with its extent given.
    init?(_ body: String) {
        guard let start = body.firstIndex(of: "q"),
            body[..<start].allSatisfy({ "0123456789;".contains($0) })
        else { return nil }
        var data = Array(body[body.index(after: start)...].utf8)[...]
        guard data.popFirst() == UInt8(ascii: "\"") else { return nil }
        let raster = Self.numbers(&data)
        guard raster.count == 4 else { return nil }
        width = raster[2]
        height = raster[3]
        pixels = Array(repeating: nil, count: width * height)
        decode(data)
    }

    private static func numbers(_ data: inout ArraySlice<UInt8>) -> [Int] {
        var numbers: [Int] = [0]
        while let byte = data.first {
            if (0x30...0x39).contains(byte) {
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
            } else if byte == 0x3B {
                numbers.append(0)
            } else {
                break
            }
            data = data.dropFirst()
        }
        return numbers
    }

    private mutating func decode(_ bytes: ArraySlice<UInt8>) {
        var data = bytes
        var palette: [Int: UInt32] = [:]
        var colour: UInt32?
        var x = 0
        var band = 0
        while let byte = data.popFirst() {
            switch byte {
            case UInt8(ascii: "#"):
                let numbers = Self.numbers(&data)
                if numbers.count == 5 {
                    palette[numbers[0]] = numbers[2...].reduce(0) {
                        $0 << 8 | UInt32(($1 * 255 + 50) / 100)
                    }
                    definitions += 1
                }
                colour = palette[numbers[0]]
            case UInt8(ascii: "$"): x = 0
            case UInt8(ascii: "-"):
                x = 0
                band += 1
            case UInt8(ascii: "!"):
                let count = Self.numbers(&data)[0]
                guard let sixel = data.popFirst() else { return }
                paint(sixel, count, &x, band, colour)
            default: paint(byte, 1, &x, band, colour)
            }
        }
    }

    private mutating func paint(
        _ sixel: UInt8,
        _ count: Int,
        _ x: inout Int,
        _ band: Int,
        _ colour: UInt32?
    ) {
        for column in x..<x + count {
            for bit in 0..<6 where (sixel - 0x3F) >> bit & 1 == 1 {
                precondition(column < width && band * 6 + bit < height, "Painted outside.")
                precondition(colour != nil, "Painted in a colour that is not defined.")
                pixels[(band * 6 + bit) * width + column] = colour
            }
        }
        x += count
    }
}
