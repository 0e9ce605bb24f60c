import Glibc

/// A file read here and there; one owner.
final class ByteFile {
    let count: Int
    private let descriptor: CInt

    /// Nil when it is no ordinary file that can be read.
    init?(_ path: String) {
        // What turns out to be a pipe must not be waited for.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        count = Int(facts.st_size)
    }

    deinit { close(descriptor) }

    /// Returns what there is of a part of the file.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        let wanted = max(0, min(count, self.count - offset))
        return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, wanted, offset))
        }
    }
}
