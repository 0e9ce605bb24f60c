import Foundation
import Glibc

/// The file that takes what is said to the standard error while the editor has
/// the screen: a line of text there would tear the picture, and the last words
/// of a crash would be lost with the screen.
struct EditorLog {
    let path: String

    /// The bytes a log may have before it begins anew.
    private static let sizeLimit = 1 << 20

    /// Sends the standard error to the file from now on.
    ///
    /// - Returns: The file's path; nil where it cannot be written, and the
    ///   standard error stays as it was.
    func takeStandardError() -> String? {
        let url = URL(filePath: path)
        // Where no directory can be made no file can be opened either.
        try? FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        var flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC
        var information = stat()
        if stat(path, &information) == 0, information.st_size > Self.sizeLimit { flags |= O_TRUNC }
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return dup2(descriptor, STDERR_FILENO) >= 0 ? path : nil
    }
}
