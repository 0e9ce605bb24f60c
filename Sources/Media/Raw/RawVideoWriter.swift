import CLibAV
import Editorial
import Glibc

/// Writes raw pictures into a pipe, one after the other; one owner.
package final class RawVideoWriter: FrameSink {
    private let video: RawVideo
    private let descriptor: CInt
    private let picture: FramePicture
    private var bytes: [UInt8]
    private static let name = "the pipe"

    /// Writes to an open file, which stays the caller's.
    package init(_ descriptor: CInt, as video: RawVideo) throws(MediaError) {
        self.video = video
        self.descriptor = descriptor
        picture = FramePicture(size: video.size, format: video.pixelFormat, path: Self.name)
        bytes = [UInt8](repeating: 0, count: video.byteCount)
        if video.isAnnounced { try write(Array(Y4MHeader.line(of: video).utf8)) }
    }

    /// Writes a frame out.
    ///
    /// - Precondition: It has the size that was announced.
    package func append(_ frame: Frame) throws(MediaError) {
        precondition(frame.size == video.size, "A film's frames have its size.")
        try picture.fill(from: frame)
        let code = clibav_pack(&bytes, CInt(bytes.count), picture.pointer)
        try check(code, .writing, Self.name)
        if video.isAnnounced { try write(Array("FRAME\n".utf8)) }
        try write(bytes)
    }

    package func finish() throws(MediaError) {}

    package func discard() {}

    private func write(_ bytes: [UInt8]) throws(MediaError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(
                    descriptor,
                    $0.baseAddress.map { $0 + written },
                    bytes.count - written
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(.writing, Self.name) }
            written += count
        }
    }
}
