import Editorial
import Foundation
import Media
import Testing

struct BadInputTests {
    @Test func `A missing file is missing`() throws {
        let scratch = try Scratch(), path = scratch["none.mp4"]
        try everyDoor(path) { error in
            #expect(error.kind == .missing)
            #expect(error.message == "There is no file “\(path)”; check the path.")
        }
    }

    @Test func `A directory is not a file`() throws {
        let scratch = try Scratch()
        try everyDoor(scratch.path) { error in
            #expect(error.kind == .unreadable)
            #expect(error.message.hasSuffix("is a directory; choose a file in it."))
        }
    }

    @Test func `A pipe is not waited for`() throws {
        let scratch = try Scratch()
        #expect(mkfifo(scratch["pipe.mp4"], 0o600) == 0)
        try everyDoor(scratch["pipe.mp4"]) { #expect($0.kind == .unreadable) }
    }

    @Test(arguments: ["film.mp4", "picture.png"])
    func `An empty file is said to be empty`(_ name: String) throws {
        let scratch = try Scratch(), path = try scratch.write(Data(), to: name)
        try everyDoor(path) { error in
            #expect(error.kind == .damaged)
            #expect(error.message == "“\(name)” is empty; copy or export it again.")
        }
    }

    @Test(arguments: [
        "This is no film at all.\n", "#EXTM3U\n#EXTINF:1,\nfilm.mp4\n",
        "ffconcat version 1.0\nfile film.mp4\n", "x",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfilm.ts\n#EXT-X-ENDLIST\n",
        "1\n00:00:00,000 --> 00:00:01,000\nwords\n",
    ])
    func `Text by any name is not media, and no playlist is followed`(_ text: String) throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 2)
        for name in ["text.mp4", "list.m3u8", "list.ffconcat", "text.png"] {
            let path = try scratch.write(Data(text.utf8), to: name)
            try everyDoor(path) { error in
                #expect(error.kind == .notMedia)
                #expect(error.message.hasPrefix("“\(name)” is not a film or picture"))
            }
        }
    }

    @Test func `A film whose index is missing is damaged`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 60)
        try ffmpeg("-i", scratch["film.mp4"], "-c", "copy", scratch["late.mp4"])
        let size = try Data(contentsOf: URL(fileURLWithPath: scratch["late.mp4"])).count
        let path = try scratch.truncate(scratch["late.mp4"], to: size / 3, as: "cut.mp4")
        try everyDoor(path) { error in
            #expect(error.kind == .damaged)
            #expect(error.message.hasPrefix("“cut.mp4” is damaged or incomplete"))
            #expect(error.message.hasSuffix("copy or export it again."))
        }
    }

    @Test func `A film cut off gives what it has`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 60)
        let size = try Data(contentsOf: URL(fileURLWithPath: scratch["film.mp4"])).count
        let path = try scratch.truncate(scratch["film.mp4"], to: size * 2 / 3, as: "cut.mp4")
        let reader = try VideoReader(path)
        #expect(try reader.frame(at: FrameIndex(2)).number == 2)
        var count = 3
        while try reader.next() != nil { count += 1 }
        #expect((4..<61).contains(count))
    }

    @Test func `A film without frames is said to have none`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 2)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch["film.mp4"]))
        let pictures = try #require(bytes.range(of: Data("mdat".utf8)))
        let path = try scratch.write(bytes.prefix(pictures.lowerBound - 4), to: "cut.mp4")
        let error = #expect(throws: MediaError.self) { try VideoReader(path) }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("has no frames") == true)
    }

    @Test func `Sound alone is no film`() throws {
        let scratch = try Scratch()
        try ffmpeg("-f", "lavfi", "-i", "sine=duration=0.2", scratch["sound.mp4"])
        let error = #expect(throws: MediaError.self) { try VideoReader(scratch["sound.mp4"]) }
        #expect(error?.kind == .unsupported)
        #expect(error?.message.contains("“sound.mp4” holds no film") == true)
    }

    @Test(arguments: ["picture.png", "picture.webp", "picture.bmp"])
    func `A picture cut off is damaged`(_ name: String) throws {
        let scratch = try Scratch()
        try ffmpeg("-i", rocket, scratch[name])
        for count in [40, 4000] {
            let path = try scratch.truncate(scratch[name], to: count, as: "cut-" + name)
            let error = #expect(throws: MediaError.self) { try StillReader.read(path) }
            #expect(error?.kind == .damaged || error?.kind == .notMedia)
        }
    }

    @Test func `A photograph cut off is damaged`() throws {
        let scratch = try Scratch()
        for count in [20, 400, 20_000] {
            let path = try scratch.truncate(rocket, to: count, as: "cut.jpg")
            let error = #expect(throws: MediaError.self) { try StillReader.read(path) }
            #expect(error?.kind == .damaged || error?.kind == .notMedia)
        }
    }

    @Test(arguments: [(20_000, 20_000), (100_000, 100_000), (40_000, 100), (2_147_483_647, 1)])
    func `A picture too large is refused by its header`(_ width: UInt32, _ height: UInt32) throws {
        let scratch = try Scratch()
        var header = Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])
        header.append(Data("IHDR".utf8))
        for side in [width, height] {
            header.append(contentsOf: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: side >> $0) })
        }
        header.append(contentsOf: [8, 2, 0, 0, 0, 0, 0, 0, 0])
        let path = try scratch.write(header, to: "huge.png")
        for open in [{ _ = try StillReader.read(path) }, { _ = try MediaInfo(probing: path) }] {
            let error = #expect(throws: MediaError.self) { try open() }
            #expect(error?.kind == .tooLarge)
            #expect(
                error?.message
                    == "“huge.png” is \(width)×\(height) pixels, which is too large to read; "
                    + "scale it down to at most 16000×16000."
            )
        }
    }

    @Test func `A film is not a picture, nor a picture a film`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 2)
        let error = #expect(throws: MediaError.self) { try StillReader.read(scratch["film.mp4"]) }
        #expect(error?.kind == .unsupported)
        let other = #expect(throws: MediaError.self) { try VideoReader(rocket) }
        #expect(other?.kind == .unsupported)
    }

    @Test func `Names are shown without what could steer a terminal`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Data(), to: "a\u{1B}[31m\u{202E}b\n.mp4")
        let error = #expect(throws: MediaError.self) { try MediaInfo(probing: path) }
        #expect(error?.message == "“a[31mb.mp4” is empty; copy or export it again.")
    }

    @Test func `Damage inside a film ends, one way or the other`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["film.mp4"], frames: 60)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch["film.mp4"]))
        var state: UInt64 = 7
        for round in 0..<40 {
            var damaged = bytes
            for _ in 0..<(1 + round) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            let path = try scratch.write(damaged, to: "damaged.mp4")
            guard let reader = try? VideoReader(path) else { continue }
            var count = 0
            while (try? reader.next()) != nil, count < 10_000 { count += 1 }
            #expect(count < 10_000)
            _ = try? reader.frame(at: FrameIndex(30))
        }
    }

    /// Puts one path through every door that reads.
    private func everyDoor(_ path: String, _ holds: (MediaError) -> Void) throws {
        let scratch = try Scratch()
        let doors: [() throws -> Void] = [
            { _ = try MediaInfo(probing: path) }, { _ = try StillReader.read(path) },
            { _ = try VideoReader(path) },
            { try Remux.copy(from: path, to: scratch["copy.mp4"], metadata: [:]) },
        ]
        for door in doors {
            if let error = #expect(throws: MediaError.self, performing: door) { holds(error) }
        }
        #expect(try scratch.names == [])
    }
}
