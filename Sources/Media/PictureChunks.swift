/// The parts that PNG and WebP files are made of.
enum PictureChunks {
    struct Chunk {
        var name: String
        /// Where its contents begin.
        var start: Int
        var length: Int
    }

    /// Real files have some hundreds; a film of an hour some ten thousands.
    private static let limit = 100_000

    static func png(_ file: ByteFile) -> [Chunk] {
        walk(file, from: 8) { head in
            (name: head[4..<8], length: number(head[0..<4]), rest: 4)
        }
    }

    static func webP(_ file: ByteFile) -> [Chunk] {
        walk(file, from: 12) { head in
            let length = number(head[4..<8].reversed())
            return (name: head[0..<4], length: length, rest: length & 1)
        }
    }

    /// Returns a chunk of a PNG, with its check.
    static func pngChunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let checked = Array(name.utf8) + body
        return big(body.count) + checked + big(Int(crc(checked)))
    }

    private static func walk(
        _ file: ByteFile,
        from start: Int,
        _ read: ([UInt8]) -> (name: ArraySlice<UInt8>, length: Int, rest: Int)
    ) -> [Chunk] {
        var chunks: [Chunk] = []
        var place = start
        while chunks.count < limit {
            let head = file.bytes(at: place, count: 8)
            guard head.count == 8 else { break }
            let chunk = read(head)
            guard chunk.length <= file.count - place - 8 else { break }
            let name = String(decoding: chunk.name, as: UTF8.self)
            chunks.append(Chunk(name: name, start: place + 8, length: chunk.length))
            place += 8 + chunk.length + chunk.rest
        }
        return chunks
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    private static func big(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// The check of PNG (ISO 3309).
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
