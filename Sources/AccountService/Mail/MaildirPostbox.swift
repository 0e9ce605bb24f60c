import Foundation

/// Puts letters into a directory as mail programs read it, instead of sending them.
///
/// Each is written below `tmp`, flushed and moved to `new`
/// (https://cr.yp.to/proto/maildir.html).
package struct MaildirPostbox: Postbox {
    private let directory: String

    /// Makes the directory, for its owner alone, when it is missing.
    package init(directory: String) throws {
        self.directory = directory
        for name in ["", "/tmp", "/new", "/cur"] {
            try FileManager.default.createDirectory(
                atPath: directory + name,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
    }

    package func put(_ letter: [UInt8], to recipient: String) throws {
        let name = "\(Int(Date().timeIntervalSince1970))._\(getpid())_\(UUID().uuidString)"
        let path = directory + "/tmp/" + name
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(letter))
        try file.synchronize()
        try file.close()
        try FileManager.default.moveItem(atPath: path, toPath: directory + "/new/" + name)
    }
}
