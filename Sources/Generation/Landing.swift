package import Foundation

/// A directory in which one request's results come down, kept until they are taken over.
package struct Landing: Hashable, Sendable {
    package let directory: String

    package init(_ directory: String) { self.directory = directory }

    /// Returns where a result of this name lies; nil for a name that is not
    /// of small letters, digits, hyphens and one dot.
    package func path(_ name: String) -> String? {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-.".utf8)
        guard (1...80).contains(name.utf8.count), name.utf8.allSatisfy({ allowed.contains($0) }),
            name.first != ".", name.filter({ $0 == "." }).count < 2
        else { return nil }
        return directory + "/" + name
    }

    /// Writes a result that came in an answer, whole or not at all.
    ///
    /// It is on the disk when this returns: such a result is paid for, and
    /// cannot be fetched again.
    package func write(_ data: Data, as name: String) throws(ProviderError) {
        do {
            guard let path = path(name) else { throw CocoaError(.fileWriteInvalidFileName) }
            try data.write(to: URL(filePath: path), options: .atomic)
            let file = try FileHandle(forUpdating: URL(filePath: path))
            try file.synchronize()
            try file.close()
        } catch {
            throw ProviderError(
                .transient,
                "The result could not be written to the library; make room on the disk and retry.",
                mayHaveArrived: true
            )
        }
    }

    package func holds(_ name: String) -> Bool {
        path(name).map { FileManager.default.fileExists(atPath: $0) } ?? false
    }
}
