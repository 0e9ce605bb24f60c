import Foundation
import Testing

/// From an empty home to a film of three shots with music, by the keyboard alone.
@Suite(.serialized)
struct FilmJourneyTests {
    @Test func `Three shots become a film with music without leaving the keyboard`() throws {
        let program = try Program()
        defer {
            program.endWorkers()
            program.remove()
        }
        _ = try Outcome.tool(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=330:duration=9",
            program.path("tide.mp3")
        )
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press("C-x", "F5")
        try screen.wait(for: "open now")
        try screen.press("n", "j", "Enter")
        try screen.wait(for: "shot 1 of 3")
        for (place, prompt) in ["a harbour at dawn", "a boat at sea", "a lighthouse"].enumerated() {
            if place > 0 {
                try screen.press("F4", "l")
                try screen.wait(for: "shot \(place + 1) of 3")
            }
            for line in ["duration 0.5", "avoid people"] {
                try screen.press(":")
                try screen.type(line)
                try screen.press("Enter")
            }
            try screen.press("i")
            try screen.type(prompt)
            try screen.press("Escape")
            try screen.wait(for: "NORMAL")
        }
        try screen.press("F4", "b")
        try screen.wait(for: "path of a sound file")
        try screen.type("tide.mp3")
        try screen.press("Enter")
        try screen.wait(for: "the film’s music")
        try screen.press(":")
        try screen.type("all")
        try screen.press("Enter")
        try screen.wait(for: "3 takes are queued")
        try screen.press("F7")
        try screen.wait(for: "0 running, 0 to come", within: 240)
        try screen.press("Escape")
        // An escape and a key at once would be that key with alt.
        // The queue may know sooner than the timeline that the last take is done.
        try screen.wait(for: "✓ post")
        try screen.press("C-s")
        try screen.wait(for: "Export the whole film to")
        try screen.press("Enter")
        try screen.wait(for: "The film is in", within: 120)
        let film = try #require(
            try FileManager.default.contentsOfDirectory(atPath: program.home.path)
                .first { $0.hasSuffix(".mp4") }
        )
        #expect(try FilmFacts(of: program.path(film)).frames == 36)
        #expect(try ExportTests.facts(program.path(film), "stream=codec_name", "a").contains("aac"))
    }

    @Test func `Media come into the library by a pattern, and are found by a word`() throws {
        let program = try Program()
        defer { program.remove() }
        for name in ["gull", "boat"] {
            try FileManager.default.copyItem(
                atPath: Program.photograph,
                toPath: program.path("\(name).jpg")
            )
        }
        // Two files of the same bytes are one in the library.
        let handle = try FileHandle(forUpdating: URL(filePath: program.path("boat.jpg")))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([0]))
        try handle.close()
        let screen = try TmuxScreen(program)
        try screen.wait(for: "Dolly In")
        try screen.press("F6", "i")
        try screen.wait(for: "Bring in")
        try screen.type("*.jpg")
        try screen.press("Enter")
        try screen.wait(for: "2 files are in the library")
        try screen.press("/")
        try screen.type("boa")
        try screen.wait(for: "1 file")
        try screen.press("Enter", "t")
        try screen.type("bird")
        try screen.press("Enter")
        try screen.wait(for: "#bird")
        try screen.press("Enter")
        try screen.wait(for: "is the start frame of")
    }
}
