import Database
import Editorial
import Foundation
import Testing

@testable import Workspace

struct AssetStoreTests {
    let fixture: WorkspaceFixture
    var store: AssetStore { fixture.workspace.assets }
    let size = PixelSize(width: 64, height: 36)
    /// What `printf hello | sha256sum` prints.
    let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

    init() throws { fixture = try WorkspaceFixture() }

    private func file(_ name: String, _ text: String = "hello", in directory: String? = nil)
        throws -> String
    {
        let path = (directory ?? fixture.directory.path) + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func files() throws -> [String] {
        let root = fixture.workspace.directory
        let entries = try FileManager.default.subpathsOfDirectory(atPath: root)
        return entries.filter { entry in
            (entry.hasPrefix("assets/") || entry.hasPrefix("scratch/"))
                && entry.contains(".") && entry.split(separator: "/").count == 3
        }
    }

    @Test func `A file lies in the store under the hash of its bytes`() throws {
        let path = try file("boat.PNG")
        let asset = try store.adopt(file: path, kind: .image, name: "boat.PNG", size: size)
        #expect(asset.id.digest == hello)
        #expect(asset.fileExtension == "png")
        #expect(asset.byteCount == 5)
        let stored = try #require(try store.path(of: asset.id))
        #expect(stored.hasSuffix("/assets/2c/\(hello.dropFirst(2)).png"))
        #expect(FileManager.default.contents(atPath: stored) == Data("hello".utf8))
        #expect(try store.asset(asset.id) == asset)
    }

    @Test func `A copied file may change and go without touching the store`() throws {
        let path = try file("boat.png")
        let asset = try store.adopt(file: path, kind: .image, name: "boat", size: size)
        try Data("other".utf8).write(to: URL(fileURLWithPath: path))
        let stored = try #require(try store.path(of: asset.id))
        #expect(FileManager.default.contents(atPath: stored) == Data("hello".utf8))
        let mode = try FileManager.default.attributesOfItem(atPath: stored)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `Adopting the same bytes again gives the first asset`() throws {
        let first = try store.adopt(file: try file("a.png"), kind: .image, name: "a", size: size)
        let again = try store.adopt(file: try file("b.jpg"), kind: .image, name: "b", size: size)
        #expect(again == first)
        #expect(try files().count == 1)
    }

    @Test func `A file that is moved is gone from where it was`() throws {
        for _ in 1...2 {
            let path = try file("film.mp4", in: store.scratchDirectory)
            let asset = try store.adopt(
                file: path,
                kind: .video,
                name: "film",
                size: size,
                moving: true
            )
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try store.path(of: asset.id) != nil)
            #expect(try files().count == 1)
        }
    }

    @Test func `A file is moved in from another file system too`() throws {
        // Memory, on Linux; elsewhere the way is the same with one rename less.
        let memory = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : nil
        let path = try file("kinema-\(UUID().uuidString).mp4", in: memory)
        let asset = try store.adopt(
            file: path,
            kind: .video,
            name: "film",
            size: size,
            moving: true
        )
        #expect(!FileManager.default.fileExists(atPath: path))
        let stored = try #require(try store.path(of: asset.id))
        #expect(FileManager.default.contents(atPath: stored) == Data("hello".utf8))
        #expect(try files().count == 1)
    }

    @Test func `A store file that was cut short is mended by adopting it again`() throws {
        let path = try file("a.png")
        let asset = try store.adopt(file: path, kind: .image, name: "a", size: size)
        let stored = try #require(try store.path(of: asset.id))
        try Data("he".utf8).write(to: URL(fileURLWithPath: stored))
        _ = try store.adopt(file: path, kind: .image, name: "a", size: size)
        #expect(FileManager.default.contents(atPath: stored) == Data("hello".utf8))
    }

    @Test func `Placing writes no row until it is recorded`() throws {
        let asset = try store.place(file: try file("a.png"), kind: .image, name: "a", size: size)
        #expect(try store.asset(asset.id) == nil)
        #expect(try store.path(of: asset.id) == nil)
        try fixture.workspace.database.write { try store.record(asset, on: $0) }
        #expect(try store.asset(asset.id) == asset)
    }

    @Test func `The path of a file that somebody removed is nothing`() throws {
        let asset = try store.adopt(file: try file("a.png"), kind: .image, name: "a", size: size)
        try FileManager.default.removeItem(atPath: try #require(try store.path(of: asset.id)))
        #expect(try store.path(of: asset.id) == nil)
    }

    @Test(arguments: [
        ("boat.PNG", "png"), ("boat", "png"), ("boat.", "png"), (".png", "png"),
        ("a.b/c", "png"), ("x.tar.gz", "gz"), ("x.é", "png"), ("x.../..", "png"),
        ("x.m p4", "png"), ("x.verylongending", "png"), ("x.p\u{0}g", "png"), ("x.７", "png"),
    ])
    func `An ending is a few letters and digits, whatever the name`(path: String, ending: String) {
        #expect(Asset.fileExtension(of: path, kind: .image) == ending)
    }

    @Test(arguments: [
        ("boat.png", "boat.png"), ("/etc/passwd", "passwd"), ("../..", ".."), ("", "untitled"),
        ("a\u{1B}[31mb", "a[31mb"), ("a\u{202E}gnp", "agnp"), ("\n", "untitled"),
        ("Bötchen “2”.png", "Bötchen “2”.png"),
    ])
    func `A name is for people, and nothing in it acts`(name: String, kept: String) {
        #expect(Asset.displayName(name) == kept)
    }

    @Test func `A name has an end`() {
        #expect(Asset.displayName(String(repeating: "x", count: 5000)).count == 200)
    }

    @Test(arguments: ["a b.png", "-rf.png", "ü\u{301}.png", "$(reboot).png", "new\nline.png"])
    func `Files with odd names are adopted`(name: String) throws {
        let asset = try store.adopt(file: try file(name), kind: .image, name: name, size: size)
        #expect(asset.id.digest == hello)
    }

    @Test func `What is no plain file is refused and leaves nothing`() throws {
        let pipe = fixture.directory.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, fixture.directory.path, "/dev/zero"] {
            #expect(throws: WorkspaceError.self, "\(path)") {
                try store.adopt(file: path, kind: .image, name: "x", size: size)
            }
        }
        let error = #expect(throws: WorkspaceError.self) {
            try store.adopt(file: "/nowhere/x.png", kind: .image, name: "x", size: size)
        }
        #expect(error?.kind == .missing)
        #expect(try files().isEmpty)
    }

    @Test func `A full disk is said in a sentence`() throws {
        let source = try OpenFile(reading: try file("a.png"))
        let full = try OpenFile(writing: "/dev/full")
        do {
            _ = try source.drain { piece throws(WorkspaceError) in try full.write(piece) }
            Issue.record("Nothing fits on a full disk.")
        } catch {
            #expect(error.kind == .diskFull)
            #expect(error.message.contains("free some space") == true)
        }
    }
}
