import ArgumentParser
import Editorial
import Foundation
import Media
import Terminal

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Comment on a film frame by frame, and approve it.",
        discussion: """
            Alone it opens the film with its comments. What is said of a take goes to whoever \
            shares the workspace; what is said of any other film is kept in a file beside it, \
            FILM.review.json, so that it goes wherever that goes. For example:
              kinema review cut.mp4 --at 00:00:01:12 --say "the gull is too early" --pin 0.4,0.3
              kinema review cut.mp4 --resolve 2 --approve --export notes.otio
            """
    )

    @Argument(help: "A film, or the id of a take.")
    var film: String

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "Another version, to wipe to and compare with; may be given again.",
            valueName: "film"
        )
    )
    var others: [String] = []

    @Option(help: "Say something, at the frame of --at.")
    var say: String?

    @Option(help: "A frame: its number, seconds such as 1.5s, or a timecode.")
    var at: String = "0"

    @Option(help: "The last frame, for something that lasts.")
    var to: String?

    @Option(help: ArgumentHelp("Where in the picture, from 0 to 1.", valueName: "x,y"))
    var pin: String?

    @Option(help: ArgumentHelp("A part of the picture.", valueName: "x,y,width,height"))
    var box: String?

    @Option(help: ArgumentHelp("Answer a comment with --say.", valueName: "number"))
    var reply: Int?

    @Option(help: ArgumentHelp("Say that a comment is done with.", valueName: "number"))
    var resolve: [Int] = []

    @Option(help: ArgumentHelp("Say that it is not.", valueName: "number"))
    var reopen: [Int] = []

    @Flag(help: "Approve the film.")
    var approve = false

    @Flag(help: "Request changes.")
    var requestChanges = false

    @Flag(help: "Say that it needs discussion.")
    var discuss = false

    @Option(help: "Who speaks; without it, the name you are logged in by.")
    var author: String?

    @Option(help: "Write the comments to a file that ends in .md, .csv, .edl or .otio.")
    var export: String?

    @Flag(
        name: [.customShort("y"), .customLong("overwrite")],
        help: "Replace the file of --export that is there already."
    )
    var replaces = false

    @Flag(help: "Print the comments, and open nothing.")
    var list = false

    @Flag(help: "Print them as JSON.")
    var json = false

    @Option(help: "How pictures are drawn: \(GraphicsChoice.spellings).")
    var graphics: String?

    func run() throws {
        let wiring = Wiring()
        let subject = try ReviewSubject(film, others: others, wiring: wiring)
        var review = try subject.keeping.read()
        let before = review
        try change(&review, subject, wiring)
        let isChanged = review != before
        if isChanged { review = try subject.keeping.write(review, since: before) }
        if let export { try write(review, subject, to: export) }
        let isAsked = isChanged || export != nil || list || json
        guard !isAsked, isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1 else {
            return try print(review, subject)
        }
        try ReviewProgram.open(
            subject,
            review,
            author: name(wiring),
            graphics: try wiring.graphics(asked: graphics),
            environment: wiring.terminalEnvironment
        )
    }

    private func name(_ wiring: Wiring) -> String {
        let named = author ?? wiring.environment["USER"] ?? wiring.environment["LOGNAME"]
        return named.flatMap { $0.isEmpty ? nil : String($0.prefix(80)) } ?? "somebody"
    }

    private func change(
        _ review: inout Review,
        _ subject: ReviewSubject,
        _ wiring: Wiring
    ) throws {
        if let text = say?.trimmingCharacters(in: .whitespacesAndNewlines) {
            guard (1...10_000).contains(text.count) else {
                throw Complaint("A comment has 1 to 10 000 characters.", code: .usage)
            }
            if let reply {
                let answer = ReviewComment.Reply(
                    author: name(wiring),
                    text: text,
                    at: Wiring.timestamp
                )
                try found(reply, review.change(reply) { $0.replies.append(answer) })
            } else {
                let first = try subject.frame(at)
                let last = try to.map(subject.frame) ?? first
                review.add(
                    ReviewComment(
                        frames: min(first, last)...max(first, last),
                        mark: try mark(),
                        author: name(wiring),
                        text: text,
                        at: Wiring.timestamp
                    )
                )
            }
        }
        for number in resolve { try found(number, review.change(number) { $0.isResolved = true }) }
        for number in reopen { try found(number, review.change(number) { $0.isResolved = false }) }
        if approve { review.verdict = .approved }
        if requestChanges { review.verdict = .changes }
        if discuss { review.verdict = .discussion }
    }

    private func found(_ number: Int, _ isFound: Bool) throws {
        if !isFound { throw Complaint("There is no comment \(number); --list shows them.") }
    }

    private func mark() throws -> ReviewComment.Mark? {
        guard let text = pin ?? box else { return nil }
        guard let mark = ReviewComment.Mark(text), (mark.width == nil) == (pin != nil) else {
            throw Complaint(
                "“\(text)” is no place in the picture; write --pin 0.4,0.3 or "
                    + "--box 0.1,0.1,0.5,0.5.",
                code: .usage
            )
        }
        return mark
    }

    private func write(_ review: Review, _ subject: ReviewSubject, to path: String) throws {
        let ending = URL(filePath: path).pathExtension.lowercased()
        guard let format = ReviewExport.Format(rawValue: ending) else {
            throw Complaint("\(path) does not end in .md, .csv, .edl or .otio.", code: .usage)
        }
        let text = try ReviewExport(
            review: review,
            name: subject.name,
            path: subject.film,
            rate: subject.rate,
            frameCount: subject.frameCount
        ).text(format)
        let file = try OutputFile(path, as: .any, replaces: replaces)
        try WholeFile.write(text, to: file.path)
    }

    private func print(_ review: Review, _ subject: ReviewSubject) throws {
        if json { return try JSONOutput.print(review) }
        let verdict = review.verdict?.title ?? "no verdict yet"
        Swift.print("\(subject.name.printable): \(verdict), \(review.openCount) open")
        for comment in review.comments {
            let frames =
                comment.first == comment.last
                ? "\(comment.first)" : "\(comment.first)-\(comment.last)"
            let sign = comment.isResolved ? "done" : "open"
            Swift.print(
                "\(comment.number)  frame \(frames)  \(sign)  "
                    + "\(comment.author.printable): \(comment.text.printable)"
            )
            for reply in comment.replies {
                Swift.print("   \(reply.author.printable): \(reply.text.printable)")
            }
        }
    }
}
