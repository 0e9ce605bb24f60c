import Foundation

/// One `import` line of a source file.
struct SourceImport: CustomStringConvertible {
    let room: String
    let module: String
    let place: String

    var description: String { "\(place) imports \(module)" }

    /// Every import under `Sources`, read from the files themselves.
    static func all() throws -> [SourceImport] {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources")
        var imports: [SourceImport] = []
        for room in try FileManager.default.contentsOfDirectory(atPath: root.path) {
            let files = FileManager.default.enumerator(atPath: root.appending(path: room).path)
            while let file = files?.nextObject() as? String {
                guard file.hasSuffix(".swift") else { continue }
                let text = try String(
                    contentsOf: root.appending(path: room).appending(path: file),
                    encoding: .utf8
                )
                for line in text.split(separator: "\n") {
                    guard let module = module(importedBy: line) else { continue }
                    imports.append(
                        SourceImport(room: room, module: module, place: "\(room)/\(file)")
                    )
                }
            }
        }
        return imports
    }

    /// Returns the module that a line imports; nil for any other line.
    static func module(importedBy line: Substring) -> String? {
        var words = line.split(whereSeparator: \.isWhitespace)[...]
        while let word = words.first, modifiers.contains(where: { word.hasPrefix($0) }) {
            words = words.dropFirst()
        }
        guard words.first == "import", let named = words.dropFirst().first else { return nil }
        let path = kinds.contains(named) ? words.dropFirst(2).first : named
        return path?.split(separator: ".").first.map(String.init)
    }

    private static let modifiers = ["@", "package", "public", "internal", "private", "fileprivate"]
    private static let kinds: Set<Substring> = [
        "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
    ]
}
