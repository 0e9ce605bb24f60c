import Editorial
import Glibc

/// The size a still's first bytes announce, before anything is decoded.
///
/// libav refuses very large pictures without saying how large they are, so
/// the common formats are looked into here.
enum PictureHeader {
    /// Returns nil for other formats and for headers that make no sense.
    static func size(of path: String) -> PixelSize? {
        // What turns out to be a pipe must not be waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let head = bytes(descriptor, at: 0, count: 32)
        guard head.count >= 24 else { return nil }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            return size(bigEndian(head, 16, 4), bigEndian(head, 20, 4))
        }
        if head.starts(with: [0xFF, 0xD8]) { return jpegSize(descriptor) }
        if head.starts(with: Array("RIFF".utf8)), head[8..<12].elementsEqual("WEBP".utf8) {
            return webPSize(head)
        }
        return nil
    }

    /// Walks the segments up to the one that starts a frame.
    private static func jpegSize(_ descriptor: CInt) -> PixelSize? {
        var offset = 2
        // Real files have a dozen segments before the frame; colour profiles
        // and previews may add some hundred.
        for _ in 0..<4096 {
            let segment = bytes(descriptor, at: offset, count: 9)
            guard segment.count == 9, segment[0] == 0xFF else { return nil }
            switch segment[1] {
            case 0xFF: offset += 1
            case 0x01, 0xD0...0xD8: offset += 2
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                return size(bigEndian(segment, 7, 2), bigEndian(segment, 5, 2))
            case 0xD9, 0xDA: return nil
            default: offset += 2 + bigEndian(segment, 2, 2)
            }
        }
        return nil
    }

    private static func webPSize(_ head: [UInt8]) -> PixelSize? {
        guard head.count >= 30 else { return nil }
        switch String(decoding: head[12..<16], as: UTF8.self) {
        case "VP8X": return size(littleEndian(head, 24, 3) + 1, littleEndian(head, 27, 3) + 1)
        case "VP8 ":
            return size(littleEndian(head, 26, 2) & 0x3FFF, littleEndian(head, 28, 2) & 0x3FFF)
        case "VP8L":
            let packed = littleEndian(head, 21, 4)
            return size((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
        default: return nil
        }
    }

    private static func size(_ width: Int, _ height: Int) -> PixelSize? {
        guard width > 0, height > 0, width <= 0x7FFF_FFFF, height <= 0x7FFF_FFFF else { return nil }
        return PixelSize(width: width, height: height)
    }

    private static func bytes(_ descriptor: CInt, at offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, offset))
        }
    }

    private static func bigEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func littleEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
