import Editorial
import Foundation
import Media
import Testing

struct RemuxTests {
    @Test func `Packets are copied untouched, with new tags`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["a.mp4"], frames: 53, metadata: ["title": "Old", "comment": "x"])
        try Remux.copy(from: scratch["a.mp4"], to: scratch["b.mp4"], metadata: ["title": "New"])

        let old = try MediaInfo(probing: scratch["a.mp4"])
        let new = try MediaInfo(probing: scratch["b.mp4"])
        #expect(new.metadata["title"] == "New" && new.metadata["comment"] == nil)
        #expect(
            (new.frameCount, new.frameRate, new.colour) == (
                old.frameCount, old.frameRate, old.colour
            )
        )
        #expect(try packets(scratch["a.mp4"]) == packets(scratch["b.mp4"]))
        #expect(
            try ffprobe("format=duration", scratch["a.mp4"])
                == ffprobe("format=duration", scratch["b.mp4"])
        )
        #expect(try scratch.names == ["a.mp4", "b.mp4"])
    }

    @Test func `Sound goes along, and the index lies in front`() throws {
        let scratch = try Scratch()
        try ffmpeg(
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=64x32:rate=25:duration=1",
            "-f",
            "lavfi",
            "-i",
            "sine=duration=1",
            "-c:v",
            "libx264",
            "-c:a",
            "aac",
            scratch["a.mkv"]
        )
        try Remux.copy(from: scratch["a.mkv"], to: scratch["b.mp4"], metadata: [:])

        #expect(try MediaInfo(probing: scratch["b.mp4"]).hasAudio)
        #expect(try MediaInfo(probing: scratch["b.mp4"]).frameCount == 25)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch["b.mp4"]))
        let index = try #require(bytes.range(of: Data("moov".utf8)))
        #expect(index.lowerBound < 64)
    }

    @Test func `A film may be copied over itself`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["a.mp4"], frames: 12)
        try Remux.copy(from: scratch["a.mp4"], to: scratch["a.mp4"], metadata: ["title": "Same"])
        #expect(try MediaInfo(probing: scratch["a.mp4"]).frameCount == 12)
        #expect(try scratch.names == ["a.mp4"])
    }

    @Test func `An unknown ending is refused`() throws {
        let scratch = try Scratch()
        try writeNumbered(scratch["a.mp4"], frames: 2)
        let error = #expect(throws: MediaError.self) {
            try Remux.copy(from: scratch["a.mp4"], to: scratch["b.exe"], metadata: [:])
        }
        #expect(error?.kind == .unsupported)
        #expect(try scratch.names == ["a.mp4"])
    }

    /// A checksum of every packet, with its times.
    private func packets(_ path: String) throws -> String {
        try ffmpeg("-i", path, "-map", "0:v", "-c", "copy", "-f", "framemd5", "-")
    }
}
