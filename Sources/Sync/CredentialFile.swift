import Foundation

/// The file of this person's tokens, which nobody else may read.
package struct CredentialFile: CredentialStore {
    private let path: String

    package init(path: String) { self.path = path }

    /// Returns what is there; nil when nobody has signed in.
    ///
    /// - Throws: ``SyncError`` when others may read the file, or it is damaged.
    package func read() throws(SyncError) -> Credentials? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
            throw SyncError(
                .local,
                "Others may read your tokens in \(path); run “chmod 600 \(path)” and then "
                    + "“kinema logout”, for they may have been copied."
            )
        }
        guard let data = FileManager.default.contents(atPath: path), data.count < 65_536,
            let credentials = try? JSONDecoder().decode(Credentials.self, from: data)
        else {
            throw SyncError(
                .local,
                "Your tokens in \(path) cannot be read; delete the file and run “kinema login”."
            )
        }
        return credentials
    }

    /// Writes them anew, in place of what was there.
    package func write(_ credentials: Credentials) throws(SyncError) {
        do {
            let directory = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let data = try JSONEncoder().encode(credentials)
            try FileReplacement.write(data, to: path, mode: 0o600)
        } catch {
            throw SyncError(
                .local,
                "Your tokens could not be written to \(path); check that its directory may be written."
            )
        }
    }

    package func remove() { unlink(path) }

    /// Lets those who watch the directory know that something has changed.
    func touch() {
        let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    package func locked<Value: Sendable>(
        _ body: () async throws(SyncError) -> Value
    ) async throws(SyncError) -> Value {
        let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SyncError(.local, "The file \(path).lock cannot be made; check its directory.")
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard (try? await Task.sleep(for: .milliseconds(20))) != nil else {
                throw SyncError(.cancelled, "It was cancelled.")
            }
        }
        return try await body()
    }
}
