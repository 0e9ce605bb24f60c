import Foundation

/// Writes files anew so that whoever reads them meanwhile, or after a loss of
/// power, finds the old text or the new one, whole.
enum FileReplacement {
    /// Writes beside, flushes, and renames over what was there.
    ///
    /// - Parameters:
    ///   - data: All that the file is to hold.
    ///   - path: Its place, in a directory that is there.
    ///   - mode: Who may read and write it.
    /// - Throws: `POSIXError` when it cannot be written; then all is as it was.
    static func write(_ data: Data, to path: String, mode: mode_t) throws {
        let name = (path as NSString).lastPathComponent
        let directory = (path as NSString).deletingLastPathComponent
        // Begins with a dot: nobody who looks through the directory takes it for a file of theirs.
        let beside = "\(directory)/.\(name).\(getpid()).partial"
        unlink(beside)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        do {
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try file.write(contentsOf: data)
            try file.synchronize()
            try file.close()
            guard rename(beside, path) == 0 else { throw POSIXError(.EIO) }
        } catch {
            unlink(beside)
            throw error
        }
    }
}
