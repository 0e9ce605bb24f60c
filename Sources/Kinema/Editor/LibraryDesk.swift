import Editor
import Editorial
import Foundation
import Glibc
import Media
import Workspace

/// Reads the library, and brings media into it and out of it.
struct LibraryDesk: Sendable {
    /// The most files that one import takes.
    private static let importLimit = 10_000

    let workspace: LocalWorkspace

    /// Carries out an effect that is about the library; `tell` takes what came of it.
    func carryOut(_ effect: Effect, tell: (Action) -> Void) throws {
        switch effect {
        case .readLibrary(let query):
            tell(.libraryRead(try workspace.library(query), tags: try workspace.libraryTags()))
        case .markAssets(let query): tell(.assetsMarked(try workspace.libraryIDs(query)))
        case .tagAssets(let assets, let added, let removed):
            try workspace.tag(assets, adding: added, removing: removed)
        case .removeAssets(let assets, let isGone):
            try workspace.removeFromLibrary(assets, at: isGone ? Wiring.timestamp : nil)
        case .readFacts(let id):
            if let facts = try facts(of: id) { tell(.factsRead(facts)) }
        case .readSound(let id):
            guard let path = try workspace.file(id) else { return }
            tell(.soundRead(MusicShape(asset: id, shape: try SoundShape(of: path))))
        case .importMusic(let path): tell(.musicImported(try adoptSound(path)))
        case .importAssets(let text): try importAll(text, tell: tell)
        case .exportAssets(let assets, let folder): try export(assets, to: folder, tell: tell)
        default: preconditionFailure("Only effects about the library come here.")
        }
    }

    private func facts(of id: Asset.ID) throws -> AssetFacts? {
        guard let asset = try workspace.assets.asset(id),
            let path = try workspace.file(id)
        else { return nil }
        var facts = AssetFacts(asset: id, uses: try workspace.uses(of: id))
        if asset.kind == .sound {
            let shape = try SoundShape(of: path)
            let info = try SoundInfo(probing: path)
            (facts.seconds, facts.codec, facts.hasSound) = (info.seconds, info.codec, true)
            facts.peaks = shape.peaks
        } else {
            let info = try MediaInfo(probing: path)
            facts.codec = info.videoCodec
            facts.hasSound = info.hasAudio
            facts.seconds = info.duration?.seconds
            facts.frameCount = info.frameCount ?? 1
            facts.frameRate = info.frameRate ?? facts.frameRate
        }
        return facts
    }

    /// Copies a sound into the library.
    func adoptSound(_ path: String) throws -> Asset {
        let expanded = (path as NSString).expandingTildeInPath
        _ = try SoundInfo(probing: expanded)
        let asset = try workspace.assets.adopt(
            file: expanded,
            kind: .sound,
            name: URL(filePath: expanded).lastPathComponent,
            size: PixelSize(width: 0, height: 0)
        )
        try workspace.refreshInLibrary(asset.id, at: Wiring.timestamp)
        return asset
    }

    /// Copies a film into the library.
    func adoptFilm(_ path: String) throws -> Asset {
        let expanded = (path as NSString).expandingTildeInPath
        let info = try MediaInfo(probing: expanded)
        guard info.kind != .still else {
            throw Complaint("\(path) is a picture; only a film moves.")
        }
        let asset = try workspace.assets.adopt(
            file: expanded,
            kind: .video,
            name: URL(filePath: expanded).lastPathComponent,
            size: info.size
        )
        try workspace.refreshInLibrary(asset.id, at: Wiring.timestamp)
        return asset
    }

    private func adopt(_ path: String) throws {
        let asset: Asset
        if let info = try? MediaInfo(probing: path) {
            asset = try workspace.assets.adopt(
                file: path,
                kind: info.kind == .still ? .image : .video,
                name: URL(filePath: path).lastPathComponent,
                size: info.size
            )
        } else {
            // What shows nothing may still sound; else this says what is wrong.
            asset = try adoptSound(path)
        }
        try workspace.refreshInLibrary(asset.id, at: Wiring.timestamp)
    }

    private func importAll(_ text: String, tell: (Action) -> Void) throws {
        let files = try files(text)
        var count = 0
        var problem: String?
        for (place, file) in files.enumerated() {
            tell(.importing(.init(done: place, total: files.count)))
            do {
                try adopt(file)
                count += 1
            } catch {
                problem = problem ?? "\(error)"
            }
        }
        tell(.importing(nil))
        let what = count == 1 ? "One file is" : "\(count) files are"
        guard let problem else { return say("\(what) in the library.", .success, tell) }
        guard files.count > 1 else { throw Complaint(problem) }
        say(
            "\(what) in the library, \(files.count - count) were left out: \(problem)",
            .warning,
            tell
        )
    }

    /// Returns the files that a path, a folder or a pattern means.
    private func files(_ text: String) throws -> [String] {
        let typed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let quotes = CharacterSet(charactersIn: "'\"")
        let path = (typed.trimmingCharacters(in: quotes) as NSString).expandingTildeInPath
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { return [path] }
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            let files = names.filter { !$0.hasPrefix(".") }.sorted().map { "\(path)/\($0)" }
                .filter(isFile)
            guard !files.isEmpty else { throw Complaint("There are no files in \(path).") }
            return Array(files.prefix(Self.importLimit))
        }
        let found = matches(of: path)
        guard !found.isEmpty else {
            throw Complaint(
                "There is nothing at \(path); check the path, or a pattern such as *.png."
            )
        }
        return Array(found.prefix(Self.importLimit))
    }

    private func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private func matches(of pattern: String) -> [String] {
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(pattern, 0, nil, &result) == 0, let paths = result.gl_pathv else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
            .filter(isFile)
    }

    private func export(_ assets: [Asset.ID], to folder: String, tell: (Action) -> Void) throws {
        let target = (folder as NSString).expandingTildeInPath
        try FileManager.default.createDirectory(
            atPath: target,
            withIntermediateDirectories: true
        )
        for id in assets {
            guard let asset = try workspace.assets.asset(id),
                let source = try workspace.assets.path(of: id)
            else { continue }
            let file = try OutputFile(unused(asset, in: target), as: .any, replaces: false)
            try file.write(copying: source)
        }
        let what = assets.count == 1 ? "One file is" : "\(assets.count) files are"
        say("\(what) in \(target).", .success, tell)
    }

    /// Returns a path in a folder that no file has.
    private func unused(_ asset: Asset, in folder: String) -> String {
        let name = URL(filePath: asset.name).deletingPathExtension().lastPathComponent
        var number = 1
        while true {
            let suffix = number == 1 ? "" : " \(number)"
            let path = "\(folder)/\(name)\(suffix).\(asset.fileExtension)"
            if !FileManager.default.fileExists(atPath: path) { return path }
            number += 1
        }
    }

    private func say(_ text: String, _ severity: Notice.Severity, _ tell: (Action) -> Void) {
        tell(.noticed(Notice(text, severity: severity, at: Wiring.timestamp)))
    }
}
