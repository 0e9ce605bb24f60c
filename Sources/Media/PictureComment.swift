import Glibc

/// A comment in a picture's file, which libav neither writes nor, for most
/// kinds, reads: GIF, PNG and APNG, WebP, JPEG.
package enum PictureComment {
    /// Longer ones are neither written nor read.
    static let limit = 100_000

    /// Returns the comment of a file, of which little is read; nil when it has
    /// none, or is of no kind that could.
    package static func read(_ path: String) -> String? {
        guard let file = ByteFile(path) else { return nil }
        let head = file.bytes(at: 0, count: 12)
        let found: [UInt8]?
        if head.starts(with: Array("GIF8".utf8)) {
            found = gif(file)
        } else if head.starts(with: png) {
            found = PictureChunks.png(file).lazy
                .first { $0.name == "iTXt" && $0.length <= limit + 32 }
                .flatMap { pngText(file.bytes(at: $0.start, count: $0.length)) }
        } else if head.starts(with: Array("RIFF".utf8)), head.suffix(4) == Array("WEBP".utf8)[...] {
            found = PictureChunks.webP(file).lazy
                .first { $0.name == "XMP " && $0.length <= 8 * limit }
                .flatMap { PictureXMP.comment(in: file.bytes(at: $0.start, count: $0.length)) }
        } else {
            found = nil
        }
        guard let found, found.count <= limit else { return nil }
        return String(validating: found, as: UTF8.self)
    }

    /// Adds a comment to the end of a file that is complete.
    ///
    /// - Throws: ``MediaError`` about `path` when the file cannot be written.
    static func append(
        _ comment: String,
        to partialPath: String,
        format: String,
        for path: String
    ) throws(MediaError) {
        let text = Array(comment.utf8)
        guard text.count <= limit else { return }
        let descriptor = open(partialPath, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system(.writing, path) }
        defer { close(descriptor) }
        let end = Int(lseek(descriptor, 0, SEEK_END))
        switch format {
        // Before the byte that ends a GIF.
        case "gif": try write(gifBlocks(text) + [0x3B], descriptor, at: end - 1, path)
        // Before the chunk that ends a PNG.
        case "apng", "png":
            let body = Array("Comment".utf8) + [0, 0, 0, 0, 0] + text
            let chunks = PictureChunks.pngChunk("iTXt", body) + PictureChunks.pngChunk("IEND", [])
            try write(chunks, descriptor, at: end - 12, path)
        case "webp":
            let body = PictureXMP.packet(of: comment)
            let padding: [UInt8] = body.count.isMultiple(of: 2) ? [] : [0]
            let chunk = Array("XMP ".utf8) + little(body.count) + body + padding
            try write(chunk, descriptor, at: end, path)
            try write(little(end + chunk.count - 8), descriptor, at: 4, path)
            // The flag of the extended header that says there is XMP.
            var flags: [UInt8] = [0]
            guard pread(descriptor, &flags, 1, 20) == 1 else { throw .system(.writing, path) }
            try write([flags[0] | 4], descriptor, at: 20, path)
        default: break
        }
    }

    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47]

    /// The comment that a GIF ends with.
    private static func gif(_ file: ByteFile) -> [UInt8]? {
        let tail = file.bytes(at: max(0, file.count - limit - 2000), count: limit + 2000)
        guard tail.last == 0x3B else { return nil }
        // Looked for from the end, so that pixels that look like one do not hide it.
        for start in stride(from: tail.count - 4, through: 0, by: -1)
        where tail[start] == 0x21 && tail[start + 1] == 0xFE {
            var place = start + 2
            var text: [UInt8] = []
            while place < tail.count - 1, tail[place] > 0 {
                let next = place + 1 + Int(tail[place])
                guard next < tail.count else { break }
                text += tail[place + 1..<next]
                place = next
            }
            if place == tail.count - 2, tail[place] == 0 { return text }
        }
        return nil
    }

    private static func gifBlocks(_ text: [UInt8]) -> [UInt8] {
        var blocks: [UInt8] = [0x21, 0xFE]
        for start in stride(from: 0, to: text.count, by: 255) {
            let part = text[start..<min(start + 255, text.count)]
            blocks.append(UInt8(part.count))
            blocks += part
        }
        return blocks + [0]
    }

    /// The text of a chunk `iTXt` that is a comment and not packed.
    private static func pngText(_ body: [UInt8]) -> [UInt8]? {
        let key = Array("Comment".utf8) + [0, 0, 0]
        guard body.starts(with: key) else { return nil }
        // Behind the language and the translated key.
        let rest = body.dropFirst(key.count)
        guard let language = rest.firstIndex(of: 0),
            let translated = rest[(language + 1)...].firstIndex(of: 0)
        else { return nil }
        return Array(rest[(translated + 1)...])
    }

    private static func little(_ number: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func write(
        _ bytes: [UInt8],
        _ descriptor: CInt,
        at offset: Int,
        _ path: String
    ) throws(MediaError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(
                    descriptor,
                    $0.baseAddress.map { $0 + written },
                    bytes.count - written,
                    offset + written
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(.writing, path) }
            written += count
        }
    }
}
