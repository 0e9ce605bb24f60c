import CLibAV
import Glibc

/// A file written beside its final name, which it takes only when complete.
///
/// Whatever ends the program before ``commit()``, the final name is untouched.
final class PartialFile {
    let path: String
    /// Where the bytes go until then.
    let partialPath: String
    private var isOpen = true

    /// Makes the empty partial file; one left behind by a killed program is
    /// replaced.
    ///
    /// - Throws: ``MediaError`` when the final name could not be written.
    init(_ path: String) throws(MediaError) {
        self.path = path
        partialPath = path + ".partial"
        guard !path.utf8.contains(0), !path.isEmpty, path.utf8.last != UInt8(ascii: "/") else {
            throw MediaError(libAV: clibav_error(EISDIR), .writing, path)
        }
        var facts = stat()
        if stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
            let isDirectory = facts.st_mode & S_IFMT == S_IFDIR
            throw MediaError(
                kind: .unwritable,
                message: "\(quoted(path)) is \(isDirectory ? "a directory" : "not a file"); "
                    + "choose another name."
            )
        }
        unlink(partialPath)
        // Exclusively, so that no link laid there is followed.
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(partialPath, flags, 0o666)
        guard descriptor >= 0 else { throw .system(.writing, path) }
        close(descriptor)
    }

    deinit { discard() }

    /// Writes the whole contents; for files made in memory.
    func write(_ bytes: UnsafeRawBufferPointer) throws(MediaError) {
        let descriptor = open(partialPath, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system(.writing, path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor,
                UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                rest.count
            )
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(.writing, path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Brings the bytes to the disk, gives the file its final name, and
    /// brings that to the disk.
    ///
    /// - Throws: ``MediaError``; the partial file is then removed.
    func commit() throws(MediaError) {
        defer { discard() }
        try synchronize(partialPath, O_RDONLY)
        guard rename(partialPath, path) == 0 else { throw .system(.writing, path) }
        isOpen = false
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        try synchronize(directory, O_RDONLY | O_DIRECTORY)
    }

    /// Removes the partial file, if it has not become the final one.
    func discard() {
        guard isOpen else { return }
        isOpen = false
        unlink(partialPath)
    }

    private func synchronize(_ name: String, _ flags: CInt) throws(MediaError) {
        let descriptor = open(name, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(.writing, path) }
        defer { close(descriptor) }
        // Some file systems cannot flush a directory, and say so with EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system(.writing, path) }
    }
}
