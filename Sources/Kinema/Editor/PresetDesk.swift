import Editor
import Foundation
import Media
import Motion
import PlainText

/// The person's own presets, as files.
struct PresetDesk: Sendable {
    /// The most that a preset's file may hold.
    private static let limit = 1 << 20

    let places: Places
    let presets: PresetLibrary

    /// Carries out what is asked of presets.
    ///
    /// - Returns: What to say of it.
    func carryOut(_ effect: Effect) throws -> String {
        switch effect {
        case .savePreset(let id, let name, let draft):
            let text = PresetText(id: id, name: name, draft: draft, presets: presets).yaml
            let path = try add(text, as: id)
            return "“\(name)” is one of your presets now; it is in \(path)."
        case .copyPreset(let id, let copy, let name):
            let path = try add(renamed(try text(of: id), id: copy, name: name), as: copy)
            return "“\(name)” is one of your presets now; it is in \(path)."
        case .importPreset(let path):
            return try bringIn(path)
        case .exportPreset(let id, let path):
            return try export(id, to: path)
        case .removePreset(let id, let isAway):
            return try remove(id, isAway)
        case .keepPreset(let id, let text):
            return try keep(id, text)
        default:
            preconditionFailure("This is nothing about presets.")
        }
    }

    /// Returns the text of a preset's file, or what was last written of it and
    /// could not be taken.
    func text(of id: String) throws -> String {
        let file = try file(of: id)
        let path = [file + ".draft", file].first { FileManager.default.fileExists(atPath: $0) }
        return try read(path ?? file)
    }

    private func bringIn(_ path: String) throws -> String {
        let text = try read((path as NSString).expandingTildeInPath)
        let preset = try PresetLibrary.decode(text, file: path)
        guard presets[preset.id] == nil else {
            throw Complaint(
                "There is a preset “\(preset.id)” already; give the one in \(path) another id."
            )
        }
        _ = try add(text, as: preset.id)
        return "“\(preset.name)” is one of your presets now."
    }

    private func export(_ id: String, to path: String) throws -> String {
        var target = (path as NSString).expandingTildeInPath
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder),
            isFolder.boolValue
        {
            target = URL(filePath: target).appending(path: "\(id).yaml").path
        }
        guard !FileManager.default.fileExists(atPath: target) else {
            throw Complaint("\(target) is there already; choose another name.")
        }
        try PresetFile(target).write(try text(of: id))
        return "The preset is in \(target)."
    }

    /// Puts a deleted file out of sight, or back.
    private func remove(_ id: String, _ isAway: Bool) throws -> String {
        let grave = ownPath(id) + ".deleted"
        let from = try isAway ? file(of: id, isOwn: true) : grave
        guard rename(from, isAway ? grave : ownPath(id)) == 0 else {
            throw Complaint(
                "\(from) could not be moved: \(String(cString: strerror(errno))); "
                    + "check the folder’s permissions."
            )
        }
        return isAway ? "“\(id)” is deleted." : "“\(id)” is back."
    }

    /// Takes what a person wrote, or keeps it aside with the reason.
    private func keep(_ id: String, _ text: String) throws -> String {
        let path = try file(of: id, isOwn: true)
        do {
            let preset = try PresetLibrary.decode(text, file: URL(filePath: path).lastPathComponent)
            guard preset.id == id else {
                throw Complaint("The id must stay “\(id)”, not “\(preset.id)”.")
            }
        } catch {
            try WholeFile.write(text, to: path + ".draft")
            throw Complaint("\(error) What you wrote is kept; edit it again to mend it.")
        }
        try WholeFile.write(text, to: path)
        unlink(path + ".draft")
        return "“\(presets[id]?.name ?? id)” is as you wrote it."
    }

    private func add(_ text: String, as id: String) throws -> String {
        let path = ownPath(id)
        _ = try PresetLibrary.decode(text, file: path)
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Complaint("\(path) is there already; choose another name.")
        }
        try FileManager.default.createDirectory(
            at: places.ownPresets,
            withIntermediateDirectories: true
        )
        try WholeFile.write(text, to: path)
        return path
    }

    private func ownPath(_ id: String) -> String {
        places.ownPresets.appending(path: "\(id).yaml").path
    }

    /// Returns where a preset is written: a file that is called as its id, or
    /// one of the person's that says so inside.
    private func file(of id: String, isOwn: Bool = false) throws -> String {
        let files = yamlFiles(in: places.ownPresets)
        if let own = files.first(where: { $0.hasSuffix("/\(id).yaml") }) { return own }
        let named = files.first { path in
            (try? read(path)).flatMap { try? PresetLibrary.decode($0, file: path) }?.id == id
        }
        if let named { return named }
        let shipped = isOwn ? [] : places.shippedPresets.map { yamlFiles(in: $0) } ?? []
        guard let file = shipped.first(where: { $0.hasSuffix("/\(id).yaml") }) else {
            throw Complaint("The file of the preset “\(id)” is gone; put it back, or restart.")
        }
        return file
    }

    private func yamlFiles(in folder: URL) -> [String] {
        let walk = FileManager.default.enumerator(atPath: folder.path)
        var files: [String] = []
        while let name = walk?.nextObject() as? String, files.count < 4000 {
            if name.hasSuffix(".yaml") { files.append(folder.path + "/" + name) }
        }
        return files.sorted()
    }

    private func read(_ path: String) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: Self.limit + 1)
        else { throw Complaint("\(path) cannot be read; check that it is there.") }
        guard data.count <= Self.limit, let text = String(data: data, encoding: .utf8) else {
            throw Complaint("\(path) is not the file of a preset.")
        }
        return text
    }

    /// The same preset under another id and name.
    private func renamed(_ text: String, id: String, name: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.hasPrefix("id:") { return "id: \(id)" }
            return line.hasPrefix("name:") ? "name: \(PresetText.quoted(name))" : String(line)
        }.joined(separator: "\n")
    }
}
