import Foundation
import Glibc

/// An open file of the embedded store; closed with its last owner.
final class DiskFile: Sendable {
    let descriptor: Int32

    /// How much is read or written at a time.
    static let piece = 1 << 18

    init(reading path: String) throws(AssetError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .disk("read") }
    }

    /// Makes a file for its owner alone, which must not be there.
    init(creating path: String) throws(AssetError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .disk("make") }
    }

    deinit { close(descriptor) }

    var byteCount: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Reads what follows an offset into a buffer; 0 at the end.
    func read(
        at offset: Int,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(AssetError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .disk("read") }
            return count
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(AssetError) {
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(
                descriptor,
                bytes.baseAddress?.advanced(by: done),
                bytes.count - done
            )
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .disk("write") }
            done += count
        }
    }

    func synchronize() throws(AssetError) {
        guard fsync(descriptor) == 0 else { throw .disk("flush") }
    }

    /// Hands over the whole file, piece by piece.
    func drain(_ body: (UnsafeRawBufferPointer) throws(AssetError) -> Void) throws(AssetError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while true {
            let count = try read(at: offset, into: buffer)
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += count
        }
    }
}

extension AssetError {
    /// What the system said is for the log of who runs the service, not for who asks.
    static func disk(_ deed: String) -> AssetError {
        let isFull = errno == ENOSPC || errno == EDQUOT
        return AssetError(
            .unavailable,
            isFull
                ? "The service has no room for more files; try again later, and tell whoever runs it."
                : "The service could not \(deed) a file; try again later, and tell whoever runs it."
        )
    }
}
