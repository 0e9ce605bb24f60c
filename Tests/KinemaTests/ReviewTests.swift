import Editor
import Editorial
import Foundation
import Input
import Testing

@testable import Kinema

struct ReviewSessionTests {
    @Test func `A press sets a pin, a drag draws a box, and both are seen over the picture`() throws
    {
        var session = ReviewSession(Review(), author: "ada")
        let (press, drag) = (PointerEvent.Kind.press, PointerEvent.Kind.drag)
        #expect(session.point(press, at: PicturePoint(x: 0.25, y: 0.5), frame: 7) == .pause)
        #expect(session.overlay(at: 0).pins.map(\.mark.x) == [0.25])
        type("the gull", into: &session)
        #expect(session.press(KeyChord(.enter), at: 7, now: now) == .save)
        let pin = try #require(session.review.comments.first)
        #expect(pin.mark == ReviewComment.Mark(x: 0.25, y: 0.5))
        #expect(pin.first == 7)
        #expect(session.overlay(at: 7).pins.count == 1)
        #expect(session.overlay(at: 8).pins.isEmpty)

        _ = session.point(press, at: PicturePoint(x: 0.9, y: 0.2), frame: 9)
        _ = session.point(drag, at: PicturePoint(x: 0.4, y: 0.7), frame: 9)
        _ = session.point(.release, at: nil, frame: 9)
        type("too dark", into: &session)
        _ = session.press(KeyChord(.enter), at: 9, now: now)
        let box = session.review.comments.last?.mark
        #expect(box == ReviewComment.Mark(x: 0.4, y: 0.2, width: 0.5, height: 0.5))
    }

    @Test func `A pin that is given up leaves nothing, and one that is done with is not seen`() {
        var session = ReviewSession(Review(), author: "ada")
        _ = session.point(.press, at: PicturePoint(x: 0.1, y: 0.1), frame: 0)
        _ = session.press(KeyChord(.escape), at: 0, now: now)
        #expect(session.overlay(at: 0) == .nothing)
        #expect(session.point(.press, at: nil, frame: 0) == .passed)
        _ = session.point(.press, at: PicturePoint(x: 0.1, y: 0.1), frame: 0)
        type("x", into: &session)
        _ = session.press(KeyChord(.enter), at: 0, now: now)
        _ = session.press("x", at: 0, now: now)
        #expect(session.overlay(at: 0).pins.isEmpty)
    }

    @Test func `Versions are wiped to, set beside, subtracted, and put away`() {
        var session = ReviewSession(Review(), author: "ada", versions: ["b.mp4", "c.mp4"])
        _ = session.press("w", at: 0, now: now)
        #expect(session.versusWords == "wiped with b.mp4")
        _ = session.press("]", at: 0, now: now)
        #expect(session.versus?.place == 55)
        _ = session.press("v", at: 0, now: now)
        #expect(session.versusWords == "wiped with c.mp4")
        _ = session.press("w", at: 0, now: now)
        _ = session.press("w", at: 0, now: now)
        #expect(session.overlay(at: 0).versus?.mode == .difference)
        _ = session.press("w", at: 0, now: now)
        #expect(session.versus == nil)
        var alone = ReviewSession(Review(), author: "ada")
        _ = alone.press("w", at: 0, now: now)
        #expect(alone.notice.contains("--with"))
    }

    private let now = Timestamp(milliseconds: 5)

    private func type(_ text: String, into session: inout ReviewSession) {
        for character in text {
            _ = session.press(KeyChord(.character(character)), at: 0, now: now)
        }
    }

    /// Says something of a frame, as a person would.
    private func say(_ text: String, at frame: Int, in session: inout ReviewSession) {
        #expect(session.press("c", at: frame, now: now) == .pause)
        type(text, into: &session)
        #expect(session.press("enter", at: frame, now: now) == .save)
    }

    @Test func `Comments stand by frame, with a place in the picture where one was given`() {
        var session = ReviewSession(Review(), author: "ada")
        say("too bright", at: 40, in: &session)
        _ = session.press("i", at: 4, now: now)
        say("@0.4,0.3 the gull qDA", at: 9, in: &session)
        let comments = session.review.comments
        #expect(comments.map(\.number) == [2, 1])
        #expect(comments[0].first == 4 && comments[0].last == 9)
        #expect(comments[0].mark == ReviewComment.Mark(x: 0.4, y: 0.3))
        #expect(comments[0].text == "the gull qDA")
    }

    @Test func `A place that is none is told, and nothing is lost`() {
        var session = ReviewSession(Review(), author: "ada")
        _ = session.press("c", at: 1, now: now)
        type("@7,7 here", into: &session)
        #expect(session.press("enter", at: 1, now: now) == .taken)
        #expect(session.notice.hasPrefix("@7,7 is no place"))
        #expect(session.writing == .comment(frames: 1...1))
    }

    @Test func `Threads are answered, resolved, taken away and brought back`() {
        var session = ReviewSession(Review(), author: "ada")
        say("one", at: 10, in: &session)
        say("two", at: 20, in: &session)
        #expect(session.press("n", at: 20, now: now) == .goTo(10))
        _ = session.press("r", at: 10, now: now)
        type("yes", into: &session)
        _ = session.press("enter", at: 10, now: now)
        _ = session.press("x", at: 10, now: now)
        #expect(session.review.openCount == 1)
        #expect(session.current?.replies.map(\.text) == ["yes"])
        _ = session.press("D", at: 10, now: now)
        #expect(session.review.comments.map(\.text) == ["two"])
        _ = session.press("u", at: 10, now: now)
        #expect(session.review.comments.map(\.text) == ["one", "two"])
    }

    @Test func `A verdict is given, and the same key takes it back`() {
        var session = ReviewSession(Review(), author: "ada")
        #expect(session.press("A", at: 0, now: now) == .save)
        #expect(session.review.verdict == .approved)
        _ = session.press("A", at: 0, now: now)
        #expect(session.review.verdict == nil)
        #expect(session.press("space", at: 0, now: now) == .passed)
    }
}

struct ReviewExportTests {
    private var export: ReviewExport {
        var review = Review(verdict: .changes)
        let number = review.add(
            ReviewComment(
                frames: 30...41,
                mark: ReviewComment.Mark(x: 0.1, y: 0.2, width: 0.3, height: 0.4),
                author: "=ada",
                text: "a \"quoted\" line,\nand one more",
                at: Timestamp(milliseconds: 1)
            )
        )
        review.change(number) {
            $0.replies.append(.init(author: "bo", text: "-1", at: Timestamp(milliseconds: 2)))
        }
        return ReviewExport(
            review: review,
            name: "cut.mp4",
            path: "/films/cut.mp4",
            rate: FrameRate(24),
            frameCount: 120
        )
    }

    @Test func `Markdown says the verdict, the time and who said what`() throws {
        #expect(
            try export.text(.markdown) == """
                # cut.mp4

                Verdict: changes requested. Open: 1.

                - [ ] **00:00:01:06 to 00:00:01:17** =ada: a "quoted" line, and one more
                  - bo: -1

                """
        )
    }

    @Test func `A table quotes what it must and calculates nothing`() throws {
        let lines = try export.text(.csv).components(separatedBy: "\r\n")
        #expect(
            lines[1]
                == "1,30,41,00:00:01:06,\"'=ada\",\"a \"\"quoted\"\" line,\nand one more\",no,"
                + "0.1,0.2,0.3,0.4,bo: -1"
        )
    }

    @Test func `An edit list has a locator for every comment, on one line each`() throws {
        let lines = try export.text(.edl).split(separator: "\n")
        #expect(
            lines[2]
                == "001  AX       V     C        00:00:01:06 00:00:01:18 00:00:01:06 00:00:01:18"
        )
        #expect(lines[3] == "* LOC: 00:00:01:06 RED     =ada: a \"quoted\" line, and one more")
    }

    @Test func `A timeline has a marker for every comment, in frames`() throws {
        let data = Data(try export.text(.timeline).utf8)
        let top = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(top["OTIO_SCHEMA"] as? String == "Timeline.1")
        let stack = try #require(top["tracks"] as? [String: Any])
        let track = try #require((stack["children"] as? [[String: Any]])?.first)
        let clip = try #require((track["children"] as? [[String: Any]])?.first)
        let marker = try #require((clip["markers"] as? [[String: Any]])?.first)
        let range = try #require(marker["marked_range"] as? [String: Any])
        let start = try #require(range["start_time"] as? [String: Any])
        let length = try #require(range["duration"] as? [String: Any])
        #expect(start["value"] as? Double == 30)
        #expect(length["value"] as? Double == 12)
    }
}

/// The command on a real film.
struct ReviewCommandTests {
    @Test func `A film is spoken of, answered, approved and exported without an account`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, name: "cut.mp4")
        var outcome = try program.run(
            "review",
            film,
            "--at",
            "0.5s",
            "--say",
            "too early",
            "--pin",
            "0.4,0.3",
            "--author",
            "ada"
        )
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(outcome.output.contains("1  frame 6  open  ada: too early"))
        outcome = try program.run(
            "review",
            film,
            "--reply",
            "1",
            "--say",
            "moved",
            "--resolve",
            "1",
            "--approve",
            "--export",
            program.path("notes.md")
        )
        #expect(outcome.output.contains("cut.mp4: approved, 0 open"))
        #expect(FileManager.default.fileExists(atPath: film + ".review.json"))
        let notes = try String(contentsOfFile: program.path("notes.md"), encoding: .utf8)
        #expect(notes.contains("- [x] **00:00:00:06** ada: too early"))
    }

    @Test func `A damaged file of comments is told of and left as it is`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, name: "cut.mp4")
        let file = film + ".review.json"
        try Data("{".utf8).write(to: URL(filePath: file))
        let outcome = try program.run("review", film, "--say", "lost?")
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains("is damaged"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "{")
    }

    @Test func `Frames and places outside of the film are refused`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, name: "cut.mp4")
        for words in [["--at", "9999"], ["--pin", "2,2"], ["--box", "0,0"]] {
            let outcome = try program.run(["review", film, "--say", "no"] + words)
            #expect(outcome.code != 0)
        }
        #expect(!FileManager.default.fileExists(atPath: film + ".review.json"))
    }

    @Test func `An export replaces a file only where that was asked for`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, name: "cut.mp4")
        let notes = program.path("notes.csv")
        try "mine".write(toFile: notes, atomically: true, encoding: .utf8)
        var outcome = try program.run("review", film, "--export", notes)
        #expect(outcome.code != 0)
        #expect(try String(contentsOfFile: notes, encoding: .utf8) == "mine")
        outcome = try program.run("review", film, "--export", notes, "-y")
        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try String(contentsOfFile: notes, encoding: .utf8).hasPrefix("number,first,"))
    }

    @Test func `A version beside a film must be a film`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, name: "cut.mp4")
        let picture = Program.photograph
        let outcome = try program.run("review", film, "--with", picture, "--list")
        #expect(outcome.code != 0)
        #expect(outcome.complaint.contains("a version is a film"))
        #expect(try program.run("review", film, "--with", film, "--list").code == 0)
    }

    @Test func `Two versions are compared in the terminal`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, name: "cut.mp4")
        let screen = try TmuxScreen(program, arguments: ["review", film, "--with", film])
        try screen.wait(for: "Nothing was said yet")
        try screen.press("w")
        try screen.wait(for: "wiped with cut.mp4")
        try screen.press("w", "w")
        try screen.wait(for: "less cut.mp4")
        try screen.press("q")
        try screen.wait(for: "[ended 0]")
    }

    @Test func `A comment is written at the keyboard beside the picture`() throws {
        let program = try Program()
        defer { program.remove() }
        let film = try ExportTests.film(program, name: "cut.mp4")
        let screen = try TmuxScreen(program, arguments: ["review", film])
        try screen.wait(for: "Nothing was said yet")
        try screen.press("c")
        try screen.wait(for: "On frame")
        try screen.type("the gull")
        try screen.press("Enter")
        try screen.wait(for: "1 said, 1 open")
        try screen.press("A")
        try screen.wait(for: "approved")
        try screen.press("q")
        try screen.wait(for: "[ended 0]")
        #expect(try program.run("review", film, "--list").output.contains("the gull"))
    }
}
