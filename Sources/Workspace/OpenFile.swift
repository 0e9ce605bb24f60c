import Editorial
import Foundation

/// A file that is open; closed when it goes out of scope.
struct OpenFile: ~Copyable {
    private let descriptor: CInt
    private let path: String

    /// Opens a plain file to be read.
    ///
    /// - Throws: ``WorkspaceError``, also for anything but a plain file, such
    ///   as a pipe that would never end.
    init(reading path: String) throws(WorkspaceError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw WorkspaceError(code: errno, task: "read", path: path)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw WorkspaceError(
                kind: .other,
                message: "\(path) is not a plain file; choose a picture or a film."
            )
        }
        self.descriptor = descriptor
        self.path = path
    }

    /// Makes a file that its owner alone may read; it must not exist.
    init(creating path: String) throws(WorkspaceError) {
        try self.init(writing: path, flags: O_CREAT | O_EXCL)
    }

    /// Opens what there is to be written.
    init(writing path: String, flags: CInt = 0) throws(WorkspaceError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o600)
        guard descriptor >= 0 else {
            throw WorkspaceError(code: errno, task: "write", path: path)
        }
        self.descriptor = descriptor
        self.path = path
    }

    /// Opens a directory, to be synchronized.
    init(directory path: String) throws(WorkspaceError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw WorkspaceError(code: errno, task: "open", path: path)
        }
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Waits until everything written is on the disk.
    borrowing func synchronize() throws(WorkspaceError) {
        guard fsync(descriptor) == 0 else {
            throw WorkspaceError(code: errno, task: "write", path: path)
        }
    }

    /// Lets its owner alone read it, whatever mode it was made with.
    borrowing func restrict() throws(WorkspaceError) {
        guard fchmod(descriptor, 0o600) == 0 else {
            throw WorkspaceError(code: errno, task: "restrict", path: path)
        }
    }

    /// Reads what is left, hashes it, and hands every piece on.
    ///
    /// The digest is of the very bytes that were handed on, whatever happens
    /// to the file meanwhile.
    borrowing func drain(
        into take: (UnsafeRawBufferPointer) throws(WorkspaceError) -> Void
    ) throws(WorkspaceError) -> (id: Asset.ID, byteCount: Int) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var hash = SHA256()
        var byteCount = 0
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw WorkspaceError(code: errno, task: "read", path: path)
            }
            if count == 0 { break }
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            hash.update(piece)
            try take(piece)
            byteCount += count
        }
        guard let id = Asset.ID(hash.digest()) else {
            preconditionFailure("A digest is 64 hexadecimal digits.")
        }
        return (id, byteCount)
    }

    /// Writes all of a piece.
    borrowing func write(_ piece: UnsafeRawBufferPointer) throws(WorkspaceError) {
        var written = 0
        while written < piece.count {
            let left = UnsafeRawBufferPointer(rebasing: piece[written...])
            let count = Foundation.write(descriptor, left.baseAddress, left.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw WorkspaceError(code: count == 0 ? EIO : errno, task: "write", path: path)
            }
            written += count
        }
    }
}
