import Dispatch
import Foundation
package import PlainText
import Synchronization

extension PresetLibrary {
    /// The most files a folder of presets may hold.
    private static let maximumFiles = 4_000

    /// Reads every `*.yaml` below a folder, in the order of their paths.
    ///
    /// A file that cannot be used, and a preset whose id an earlier file has,
    /// becomes an error; the others are kept.
    ///
    /// - Parameters:
    ///   - directory: The folder.
    ///   - ids: Only files called so, without their ending, are read; nil reads all.
    /// - Returns: What could be read, and what could not.
    package static func load(directory: String, only ids: Set<String>? = nil) -> (
        library: PresetLibrary, errors: [PlainTextError]
    ) {
        guard let names = yamlFiles(in: directory, only: ids) else {
            let message = "The folder cannot be read; check that it is there and may be opened."
            return (PresetLibrary([]), [PlainTextError(file: directory, message: message)])
        }
        var presets: [Preset] = []
        var homes: [String: String] = [:]
        var errors: [PlainTextError] = []
        for (name, reading) in zip(names, read(names, in: directory)) {
            do throws(PlainTextError) {
                let preset = try reading.get()
                if let home = homes[preset.id] {
                    throw duplicate(preset.id, in: name, home: home)
                }
                homes[preset.id] = name
                presets.append(preset)
            } catch {
                errors.append(error)
            }
        }
        return (PresetLibrary(presets), errors)
    }

    private typealias Reading = Result<Preset, PlainTextError>

    /// Reads files on all cores but one, because somebody waits for the first screen and
    /// readies the rest of it meanwhile.
    private static func read(_ names: [String], in directory: String) -> [Reading] {
        let readings = Mutex<[Int: Reading]>([:])
        let strands = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        DispatchQueue.concurrentPerform(iterations: strands) { strand in
            for place in stride(from: strand, to: names.count, by: strands) {
                let reading = Reading { () throws(PlainTextError) in
                    try read(names[place], in: directory)
                }
                readings.withLock { $0[place] = reading }
            }
        }
        return readings.withLock { readings in names.indices.compactMap { readings[$0] } }
    }

    private static func yamlFiles(in directory: String, only ids: Set<String>?) -> [String]? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder),
            isFolder.boolValue, FileManager.default.isReadableFile(atPath: directory),
            let walk = FileManager.default.enumerator(atPath: directory)
        else { return nil }
        var names: [String] = []
        for case let name as String in walk where name.hasSuffix(".yaml") {
            let file = name.split(separator: "/").last ?? ""
            guard ids?.contains(String(file.dropLast(".yaml".count))) ?? true else { continue }
            names.append(name)
            if names.count == maximumFiles { break }
        }
        return names.sorted()
    }

    private static func read(
        _ name: String,
        in directory: String
    ) throws(PlainTextError) -> Preset {
        let root = try PlainTextNode(path: directory + "/" + name, name: name, of: "a preset")
        return try LookDecoder.isLook(root) ? LookDecoder.preset(root) : PresetDecoder.preset(root)
    }

    private static func duplicate(_ id: String, in name: String, home: String) -> PlainTextError {
        PlainTextError(
            file: name,
            message: "The id `\(id)` is taken by \(home); give one of the two another id."
        )
    }
}
