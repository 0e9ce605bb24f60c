import Foundation

/// The files of a chaos run: the vendor's book of what was paid, and the assets.
struct Store {
    let directory: String

    init(_ directory: String) { self.directory = directory }

    /// Sends a paid request: the vendor writes it into its book.
    func pay(for job: String) {
        let book = open("\(directory)/paid", O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        let line = [UInt8]("\(job)\n".utf8)
        _ = write(book, line, line.count)
        close(book)
    }

    /// Writes an asset beside its place and moves it there whole; false when
    /// there is no room for it.
    func adopt(_ job: String, at point: (String) -> Void) -> Bool {
        let partial = "\(directory)/scratch/\(job)-\(getpid())"
        let file = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        let bytes = [UInt8](job.utf8)
        let isWhole = write(file, bytes, bytes.count) == bytes.count
        point("asset.written")
        let isKept = fsync(file) == 0
        close(file)
        guard isWhole, isKept else {
            unlink(partial)
            return false
        }
        point("asset.flushed")
        rename(partial, "\(directory)/assets/\(job)")
        point("asset.placed")
        return true
    }
}
