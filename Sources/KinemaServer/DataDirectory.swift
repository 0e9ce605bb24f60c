import Foundation

/// Keeps what replaces the data directory's contents and what uses them apart, between processes.
final class DataDirectory {
    private let descriptor: CInt

    private init(descriptor: CInt) { self.descriptor = descriptor }

    /// Uses the directory beside others that do.
    static func share(_ path: String) throws -> DataDirectory {
        try take(path, LOCK_SH, "The data in \(path) are being replaced; try again afterwards.")
    }

    /// Has the directory alone.
    static func own(_ path: String) throws -> DataDirectory {
        try take(path, LOCK_EX, "The service runs on \(path); end it first.")
    }

    /// Lets others have it; so does the end of the process.
    func release() { close(descriptor) }

    private static func take(
        _ path: String,
        _ way: CInt,
        _ sentence: String
    ) throws -> DataDirectory {
        let descriptor = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Complaint("The directory \(path) cannot be written; check its permissions.")
        }
        guard flock(descriptor, way | LOCK_NB) == 0 else {
            close(descriptor)
            throw Complaint(sentence)
        }
        return DataDirectory(descriptor: descriptor)
    }
}
