import Foundation
import Motion
import PlainText
import Testing

struct PresetLibraryTests {
    private let library = ShippedPresets.library

    @Test(arguments: ["dolly-in", "DOLLY-IN", "Dolly In", " dolly in "])
    func `A preset is found by id or name in any case`(spelling: String) {
        #expect(library.find(spelling)?.id == "dolly-in")
    }

    @Test func `What is no preset is not found`() {
        #expect(library.find("dolly") == nil)
        #expect(library.find("") == nil)
    }

    @Test(arguments: [
        ("doly-in", "dolly-in"), ("orbit left", "orbit-left"), ("rotaet", "rotate"),
        ("crash", "crash-zoom-in"), ("Cinematic", "cinematic-zoom"),
    ])
    func `A slip of the pen brings up what was meant`(spelling: String, id: String) {
        #expect(library.suggestions(for: spelling).first == id)
    }

    @Test func `Nonsense brings up nothing, and at most three ideas come`() {
        #expect(library.suggestions(for: "xyzzy-plugh-quux") == [])
        #expect(library.suggestions(for: String(repeating: "q", count: 100_000)) == [])
        #expect(library.suggestions(for: "") == [])
        #expect(library.suggestions(for: "pan").count == 2)
    }

    @Test func `A folder keeps its good presets and tells of the bad`() throws {
        try inFolder { folder in
            let good = try text(of: "static")
            try write(good, to: folder + "/b.yaml")
            try write(good, to: folder + "/deep/down/c.yaml")
            try write(
                good.replacingOccurrences(of: "version: 1", with: "version: 9"),
                to: folder + "/a.yaml"
            )
            try write("no preset", to: folder + "/readme.txt")
            let (library, errors) = PresetLibrary.load(directory: folder)
            #expect(library.presets.map(\.id) == ["static"])
            #expect(errors.map(\.file) == ["a.yaml", "deep/down/c.yaml"])
            #expect(errors.last?.message.contains("`static` is taken by b.yaml") == true)
        }
    }

    @Test func `Of a folder only the files that are asked for are read`() throws {
        let (library, errors) = PresetLibrary.load(
            directory: ShippedPresets.directory,
            only: ["dolly-in", "super-8", "no-such"]
        )
        #expect(errors == [])
        #expect(Set(library.presets.map(\.id)) == ["dolly-in", "super-8"])
    }

    @Test func `A file that is not UTF-8 is told as such`() throws {
        try inFolder { folder in
            let file = URL(filePath: folder).appending(path: "x.yaml")
            try Data([0x76, 0xff, 0xfe]).write(to: file)
            let errors = PresetLibrary.load(directory: folder).errors
            #expect(errors.map(\.message) == ["The file is not UTF-8 text; save it as UTF-8."])
        }
    }

    @Test func `A folder that is not there is an error, not a crash`() {
        let (library, errors) = PresetLibrary.load(directory: "/nowhere/at/all")
        #expect(library.presets.isEmpty)
        #expect(errors.count == 1)
    }

    private func text(of id: String) throws -> String {
        let path = ShippedPresets.directory + "/camera/\(id).yaml"
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    private func write(_ text: String, to path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path(percentEncoded: false))
    }
}
