import CLibAV
import Editorial
import Glibc

/// Reads raw pictures from a pipe, one after the other; one owner.
package final class RawVideoReader {
    package let video: RawVideo
    private let descriptor: CInt
    private let picture: FrameSlot
    private let converter = PictureConverter()
    private let bytes: UnsafeMutableRawBufferPointer
    private var pool: FramePool
    private static let name = "the pipe"

    /// Reads from an open file, which stays the caller's.
    ///
    /// - Parameters:
    ///   - descriptor: What is read.
    ///   - video: What is in it; nil expects YUV4MPEG2, which says so itself.
    ///   - format: What frames are wanted as.
    /// - Throws: ``MediaError`` when there is no such beginning.
    package init(
        _ descriptor: CInt,
        as video: RawVideo?,
        format: FrameFormat = .rgba8
    ) throws(MediaError) {
        self.descriptor = descriptor
        let video = if let video { video } else { try RawVideoReader.announced(descriptor) }
        self.video = video
        pool = FramePool(size: video.size, format: format)
        picture = try FrameSlot(for: Self.name)
        picture.pointer.pointee.format = video.pixelFormat.rawValue
        picture.pointer.pointee.width = CInt(video.size.width)
        picture.pointer.pointee.height = CInt(video.size.height)
        try check(av_frame_get_buffer(picture.pointer, 64), .reading, Self.name)
        bytes = .allocate(byteCount: video.byteCount, alignment: 64)
    }

    deinit { bytes.deallocate() }

    /// Returns the next picture; nil at the end, where the last may be cut off.
    package func next() throws(MediaError) -> Frame? {
        if video.isAnnounced {
            guard let line = try RawVideoReader.line(descriptor) else { return nil }
            guard line == "FRAME" || line.hasPrefix("FRAME ") else {
                throw MediaError(damaged: Self.name, "a frame is not announced")
            }
        }
        guard try RawVideoReader.fill(bytes, descriptor) else { return nil }
        try check(
            clibav_unpack(picture.pointer, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)),
            .reading,
            Self.name
        )
        let frame = try pool.take()
        try converter.convert(
            picture.pointer,
            meaning: video.tags,
            to: frame.pointer,
            meaning: .film,
            for: Self.name
        )
        return frame
    }

    private static func announced(_ descriptor: CInt) throws(MediaError) -> RawVideo {
        guard let first = try line(descriptor), let video = Y4MHeader.read(first) else {
            throw MediaError(
                kind: .notMedia,
                message: "The pipe does not begin as YUV4MPEG2 of 4:2:0, 4:2:2 or 4:4:4; "
                    + "for raw pictures say --pix-fmt, --size and --fps."
            )
        }
        return video
    }

    /// Reads a line, byte by byte, for nothing behind it may be taken.
    private static func line(_ descriptor: CInt) throws(MediaError) -> String? {
        var text: [UInt8] = []
        var byte: UInt8 = 0
        while text.count < Y4MHeader.limit {
            let count = withUnsafeMutableBytes(of: &byte) { read(descriptor, $0.baseAddress, 1) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.reading, name) }
            if count == 0 { return nil }
            if byte == UInt8(ascii: "\n") { return String(decoding: text, as: UTF8.self) }
            text.append(byte)
        }
        throw MediaError(damaged: name, "its header has no end")
    }

    /// Fills the buffer; false when the pipe ends before.
    private static func fill(
        _ bytes: UnsafeMutableRawBufferPointer,
        _ descriptor: CInt
    ) throws(MediaError) -> Bool {
        var filled = 0
        while filled < bytes.count {
            let rest = bytes.baseAddress.map { $0 + filled }
            let count = read(descriptor, rest, bytes.count - filled)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(.reading, name) }
            if count == 0 { return false }
            filled += count
        }
        return true
    }
}
