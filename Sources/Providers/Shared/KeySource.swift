import Foundation
package import Generation
import Glibc
package import Networking

/// Where a service's key comes from.
package enum KeySource: Hashable, Sendable {
    /// The first of these variables that is set.
    case environment([String])
    /// A file that nobody else may read.
    case file(String)
    /// What a program prints, such as `pass show runway`; its words are split at
    /// spaces, and no shell reads them.
    case command(String)

    /// Returns the key.
    ///
    /// - Throws: ``ProviderError`` of kind `auth` that says how to set one.
    package func key(
        for title: String,
        environment: [String: String]
    ) throws(ProviderError) -> Secret {
        switch self {
        case .environment(let names):
            for name in names {
                if let key = environment[name].flatMap(Secret.init) { return key }
            }
            throw .noKey(
                title,
                "set \(names.first ?? "it") or name a file or a command in providers.yaml"
            )
        case .file(let path):
            return try Self.read(path, for: title)
        case .command(let line):
            return try KeyCommand(line: line).run(for: title)
        }
    }

    /// A key that others may read is none.
    private static func read(_ path: String, for title: String) throws(ProviderError) -> Secret {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .noKey(title, "its file \(path) cannot be read; make it") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .noKey(title, "\(path) is no file; name another")
        }
        guard status.st_mode & 0o077 == 0, status.st_uid == getuid() else {
            throw .noKey(title, "others may read its file; run “chmod 600 \(path)”")
        }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = Glibc.read(file, &bytes, bytes.count)
        let text = String(decoding: bytes[..<max(0, count)], as: UTF8.self)
        guard let key = Secret(text) else {
            throw .noKey(title, "its file \(path) holds none; write it there")
        }
        return key
    }
}

extension ProviderError {
    static func noKey(_ title: String, _ remedy: String) -> ProviderError {
        ProviderError(.auth, "\(title) has no key here: \(remedy).")
    }
}
