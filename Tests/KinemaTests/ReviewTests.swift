import Editorial
import Foundation
import Input
import Testing

@testable import Kinema

struct ReviewSessionTests {
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
