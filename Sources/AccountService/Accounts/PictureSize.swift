/// How large a PNG or a JPEG says that it is, read from its head alone.
struct PictureSize: Hashable, Sendable {
    let width: Int
    let height: Int

    /// nil for what is neither, or is cut off before it says so.
    init?(of bytes: [UInt8]) {
        guard let size = Self.ofPNG(bytes) ?? Self.ofJPEG(bytes) else { return nil }
        (width, height) = size
    }

    /// The header chunk comes first (PNG, third edition, 11.2.1).
    private static func ofPNG(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
            bytes[12..<16].elementsEqual("IHDR".utf8)
        else { return nil }
        return (number(bytes[16..<20]), number(bytes[20..<24]))
    }

    /// Segments are walked until one begins a frame (ITU-T T.81, B.2.2).
    private static func ofJPEG(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var place = 2
        while place + 9 <= bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            let isFrame =
                (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                return (
                    number(bytes[(place + 7)..<(place + 9)]),
                    number(bytes[(place + 5)..<(place + 7)])
                )
            }
            let length = number(bytes[(place + 2)..<(place + 4)])
            guard length >= 2 else { return nil }
            place += 2 + length
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
