import Foundation
package import Workspace

/// Files of a person's that are the same on all their machines: presets, themes, keys, snippets.
package struct SharedFolder: SharedSource, Hashable {
    /// What their records are called.
    package let kind: String
    package let directory: String
    /// What their names end in.
    package let ending: String
    /// The names that are shared; nil for all.
    package let names: Set<String>?
    /// Whether they are the person's own, and no team sees them.
    package let isPersonal: Bool

    /// The most files of a folder, and the most bytes of one, that are looked at.
    private static let countLimit = 2000
    private static let byteLimit = 200_000

    package init(
        kind: String,
        directory: String,
        ending: String,
        names: Set<String>? = nil,
        isPersonal: Bool = false
    ) {
        self.kind = kind
        self.directory = directory
        self.ending = ending
        self.names = names
        self.isPersonal = isPersonal
    }

    /// Sends what changed in the folder on its way, and writes what changed elsewhere.
    ///
    /// - Returns: Whether a file was written or removed.
    package func meet(_ workspace: LocalWorkspace) throws(WorkspaceError) -> Bool {
        let found = try read(workspace)
        let changes = try workspace.meetFiles(of: kind, found.texts, unknown: found.unknown)
        var isChanged = false
        for change in changes where names?.contains(change.name) ?? true {
            guard carryOut(change) else { continue }
            try workspace.noteFile(change)
            isChanged = true
        }
        return isChanged
    }

    /// A folder that is not there has not lost its files: it may not be mounted.
    private func read(
        _ workspace: LocalWorkspace
    ) throws(WorkspaceError) -> (texts: [String: String], unknown: Set<String>) {
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            return ([:], try workspace.knownFiles(of: kind))
        }
        var texts: [String: String] = [:]
        var unknown: Set<String> = []
        for file in files.sorted().prefix(Self.countLimit) where file.hasSuffix(ending) {
            let name = String(file.dropLast(ending.count))
            guard names?.contains(name) ?? true else { continue }
            if let text = text(of: file) { texts[name] = text } else { unknown.insert(name) }
        }
        if files.count > Self.countLimit {
            unknown.formUnion(try workspace.knownFiles(of: kind).subtracting(texts.keys))
        }
        return (texts, unknown)
    }

    private func text(of file: String) -> String? {
        let path = directory + "/" + file
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let size = attributes?[.size] as? Int, size <= Self.byteLimit,
            let data = FileManager.default.contents(atPath: path)
        else { return nil }
        return String(bytes: data, encoding: .utf8)
    }

    /// Writes a file anew, in place of what was there; one that was removed
    /// elsewhere is put aside.
    ///
    /// - Returns: Whether it could be done; else it is tried again later.
    private func carryOut(_ change: SharedFileChange) -> Bool {
        let path = directory + "/" + change.name + ending
        guard let text = change.text else {
            return rename(path, path + ".deleted") == 0 || errno == ENOENT
        }
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true
            )
            try FileReplacement.write(Data(text.utf8), to: path, mode: 0o666)
            return true
        } catch {
            return false
        }
    }
}
