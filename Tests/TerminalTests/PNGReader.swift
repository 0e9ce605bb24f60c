/// An indexed PNG without filters, decoded: as much as our own pictures need.
struct PNGReader {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var indices: [UInt8] = []
    private(set) var palette: [UInt32] = []
    private(set) var alpha: [UInt8] = []

    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        var offset = 8
        var packed: [UInt8] = []
        func long(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        while offset + 12 <= bytes.count {
            let count = long(offset)
            let kind = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
            let body = Array(bytes[offset + 8..<offset + 8 + count])
            switch kind {
            case "IHDR":
                width = long(offset + 8)
                height = long(offset + 12)
                guard Array(body[8...]) == [8, 3, 0, 0, 0] else { return nil }
            case "PLTE":
                palette = stride(from: 0, to: count, by: 3).map {
                    UInt32(body[$0]) << 16 | UInt32(body[$0 + 1]) << 8 | UInt32(body[$0 + 2])
                }
            case "tRNS": alpha = body
            case "IDAT": packed += body
            default: break
            }
            offset += count + 12
        }
        var inflate = Inflate(packed.dropFirst(2))
        guard let raw = inflate.run(), raw.count == (width + 1) * height else { return nil }
        for row in 0..<height {
            guard raw[row * (width + 1)] == 0 else { return nil }
            indices += raw[row * (width + 1) + 1..<(row + 1) * (width + 1)]
        }
    }

    /// Each pixel's colour; nil where it is transparent.
    var pixels: [UInt32?] {
        indices.map { index in
            let index = Int(index)
            return alpha.indices.contains(index) && alpha[index] == 0 ? nil : palette[index]
        }
    }
}

/// Inflation after RFC 1951, plain and slow.
private struct Inflate {
    private let bytes: [UInt8]
    private var bit = 0
    private var output: [UInt8] = []

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    mutating func run() -> [UInt8]? {
        var isLast = false
        while !isLast {
            isLast = take(1) == 1
            switch take(2) {
            case 0: copy()
            case 1: fixed()
            case 2: dynamic()
            default: return nil
            }
        }
        return output
    }

    private mutating func take(_ count: Int) -> Int {
        var value = 0
        for index in 0..<count {
            value |= Int(bytes[bit >> 3] >> UInt8(bit & 7) & 1) << index
            bit += 1
        }
        return value
    }

    private mutating func copy() {
        bit = (bit + 7) & ~7
        let count = take(16)
        _ = take(16)
        for _ in 0..<count { output.append(UInt8(take(8))) }
    }

    private mutating func fixed() {
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        block(codes(lengths), codes(Array(repeating: 5, count: 30)))
    }

    private mutating func dynamic() {
        let literals = take(5) + 257
        let distances = take(5) + 1
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var lengths = [Int](repeating: 0, count: 19)
        for index in 0..<take(4) + 4 { lengths[order[index]] = take(3) }
        let meta = codes(lengths)
        var all: [Int] = []
        while all.count < literals + distances {
            switch symbol(meta) {
            case 16: all += Array(repeating: all.last ?? 0, count: 3 + take(2))
            case 17: all += Array(repeating: 0, count: 3 + take(3))
            case 18: all += Array(repeating: 0, count: 11 + take(7))
            case let length: all.append(length)
            }
        }
        block(codes(Array(all[..<literals])), codes(Array(all[literals...])))
    }

    /// Codes by length and value.
    private func codes(_ lengths: [Int]) -> [Int: Int] {
        var codes: [Int: Int] = [:]
        var code = 0
        for length in 1...15 {
            for (symbol, own) in lengths.enumerated() where own == length {
                codes[length << 16 | code] = symbol
                code += 1
            }
            code <<= 1
        }
        return codes
    }

    private mutating func symbol(_ codes: [Int: Int]) -> Int {
        var code = 0
        for length in 1...15 {
            code = code << 1 | take(1)
            if let symbol = codes[length << 16 | code] { return symbol }
        }
        preconditionFailure("A code that stands for nothing.")
    }

    private mutating func block(_ literals: [Int: Int], _ distances: [Int: Int]) {
        while true {
            let value = symbol(literals)
            if value < 256 {
                output.append(UInt8(value))
            } else if value == 256 {
                return
            } else {
                let length = lengthBase(value - 257)
                let code = symbol(distances)
                let extra = max(0, code / 2 - 1)
                let base = code < 4 ? code + 1 : (2 + code % 2) << extra + 1
                let distance = base + take(extra)
                for _ in 0..<length { output.append(output[output.count - distance]) }
            }
        }
    }

    private mutating func lengthBase(_ code: Int) -> Int {
        if code == 28 { return 258 }
        if code < 8 { return code + 3 }
        let extra = code / 4 - 1
        return (4 + code % 4) << extra + 3 + take(extra)
    }
}
