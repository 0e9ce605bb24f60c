import AccountAPI
import Database
import DatabaseFixtures
import Editorial
import Foundation
import ServiceFixtures
import Sync
import Testing

@testable import Workspace

struct SharedCommentTests {
    /// Somebody with a machine who reads and says something of takes.
    private final class Reviewer {
        let studio: Studio
        private(set) var seen = Review()
        private var ids: IdentifierSource

        init(_ studio: Studio, seed: UInt64) {
            self.studio = studio
            ids = IdentifierSource(seed: seed, now: Timestamp(milliseconds: studio.time()))
        }

        func change(_ take: Take.ID, _ body: (inout Review) -> Void) throws {
            var after = seen
            body(&after)
            seen = try studio.workspace.save(after, since: seen, of: take, ids: &ids)
        }

        func read(_ take: Take.ID) throws { seen = try studio.workspace.review(of: take) }

        func say(_ text: String, of take: Take.ID, at frame: Int = 0) throws {
            let comment = ReviewComment(
                frames: frame...frame,
                mark: ReviewComment.Mark(x: 0.5, y: 0.25),
                author: "somebody",
                text: text,
                at: Timestamp(milliseconds: studio.time())
            )
            try change(take) { $0.add(comment) }
        }

        func answer(_ number: Int, _ text: String, of take: Take.ID) throws {
            let reply = ReviewComment.Reply(
                author: "somebody",
                text: text,
                at: Timestamp(milliseconds: studio.time())
            )
            try change(take) { $0.change(number) { $0.replies.append(reply) } }
        }
    }

    private func take(of film: Project, on studio: Studio) throws -> Take.ID {
        let id: Take.ID = studio.id()
        try studio.workspace.submitTake(
            id: id,
            shot: film.shots[0].id,
            project: film.id,
            draft: film.shots[0].draft,
            at: Timestamp(milliseconds: studio.time())
        )
        let digest = try #require(Asset.ID(String(repeating: "a", count: 64)))
        try studio.workspace.writing { connection in
            try studio.workspace.assets.record(
                Asset(
                    id: digest,
                    kind: .video,
                    name: "take.mp4",
                    fileExtension: "mp4",
                    byteCount: 4711,
                    size: PixelSize(width: 1280, height: 720)
                ),
                on: connection
            )
            try connection.execute(
                "UPDATE take SET film = $2 WHERE id = $1",
                [.text(id.description), .text(digest.digest)]
            )
            try studio.workspace.noteTake(id, on: connection)
        }
        return id
    }

    private func pair() async throws -> (ServiceFixture, Reviewer, Reviewer, Take.ID) {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let (one, two) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        for studio in [one, two] { try await studio.join(service, "ada@example.org") }
        let film = try one.make("Film", ["a boat"])
        let id = try take(of: film, on: one)
        return (service, Reviewer(one, seed: 3), Reviewer(two, seed: 4), id)
    }

    private func meet(_ reviewers: Reviewer..., take: Take.ID) async throws {
        for reviewer in reviewers { _ = try await reviewer.studio.exchange.meet() }
        for reviewer in reviewers { try reviewer.read(take) }
    }

    @Test func `What is said of a take is on the other machine, with answers and verdict`()
        async throws
    {
        let (_, one, two, take) = try await pair()
        try one.say("the gull is too early", of: take, at: 12)
        try one.answer(1, "moved", of: take)
        try one.change(take) { $0.verdict = .approved }
        try await meet(one, two, take: take)
        #expect(two.seen == one.seen)
        let comment = try #require(two.seen[1])
        #expect(comment.text == "the gull is too early" && comment.first == 12)
        #expect(comment.mark?.x == 0.5 && comment.replies.map(\.text) == ["moved"])
        #expect(two.seen.verdict == .approved && !comment.isResolved)
        try two.change(take) {
            $0.change(1) { $0.isResolved = true }
            $0.verdict = nil
        }
        try await meet(two, one, take: take)
        #expect(one.seen[1]?.isResolved == true && one.seen.verdict == nil)
        try one.change(take) { $0.remove(1) }
        try await meet(one, two, take: take)
        #expect(two.seen.comments.isEmpty)
    }

    @Test func `Both speak at once, and everything stays under a number of its own`()
        async throws
    {
        let (service, one, two, take) = try await pair()
        try one.say("first", of: take)
        try await meet(one, two, take: take)
        service.clock.advance(seconds: 1)
        try one.answer(1, "by one", of: take)
        try two.answer(1, "by two", of: take)
        try one.say("from one", of: take)
        try two.say("from two", of: take)
        try two.change(take) { $0.change(1) { $0.isResolved = true } }
        try await meet(one, two, take: take)
        try await meet(one, take: take)
        for seen in [one.seen, two.seen] {
            #expect(Set(seen.comments.map(\.text)) == ["first", "from one", "from two"])
            #expect(Set(seen.comments.map(\.number)) == [1, 2, 3])
            #expect(seen[1]?.isResolved == true)
            #expect(Set(seen[1]?.replies.map(\.text) ?? []) == ["by one", "by two"])
        }
    }

    @Test func `What came in while somebody wrote is not lost to what they write`() async throws {
        let (_, one, two, take) = try await pair()
        try await meet(one, two, take: take)
        try two.say("from two", of: take)
        _ = try await two.studio.exchange.meet()
        // One has not looked since, and another process took it over meanwhile.
        _ = try await one.studio.exchange.meet()
        try one.say("from one", of: take)
        #expect(Set(one.seen.comments.map(\.text)) == ["from one", "from two"])
        #expect(Set(one.seen.comments.map(\.number)) == [1, 2])
        try await meet(one, two, take: take)
        #expect(two.seen.comments.count == 2)
    }

    @Test func `What was said before somebody signed in, and before its take came, comes along`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let (one, two) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        let film = try one.make("Film", ["a boat"])
        let id = try take(of: film, on: one)
        try Reviewer(one, seed: 3).say("early", of: id)
        try await one.join(service, "ada@example.org")
        try await two.join(service, "ada@example.org")
        // The comments first, then what they are about.
        let records = try one.workspace.pendingRecords(limit: 100)
        let said = records.filter { $0.key.kind == "comment" }
        #expect(said.count == 1)
        _ = try two.workspace.adopt(said, upTo: 0)
        #expect(try two.workspace.review(of: id).comments.isEmpty)
        _ = try two.workspace.adopt(records.filter { $0.key.kind != "comment" }, upTo: 0)
        #expect(try two.workspace.review(of: id).comments.map(\.text) == ["early"])
    }

    @Test func `Who may only look may comment, and changes nobody else's`() async throws {
        let service = try await ServiceFixture(.sqlite)
        for name in ["ada", "bob"] { try await service.enrol("\(name)@example.org") }
        let (ada, bob) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        try ada.access.begin(try await service.signIn("ada@example.org"), at: service.address)
        try bob.access.begin(try await service.signIn("bob@example.org"), at: service.address)
        let team = try await ada.access.makeSpace(named: "Film club")
        _ = try await bob.access.join(try await ada.access.invite(nil, as: .viewer, to: team))
        for studio in [ada, bob] { _ = try await studio.exchange.share(spaceNamed: "Film club") }
        let id = try take(of: try ada.make("Film", ["a boat"]), on: ada)
        let (one, two) = (Reviewer(ada, seed: 3), Reviewer(bob, seed: 4))
        try one.say("mine", of: id)
        try await meet(one, two, take: id)
        try two.say("from the back row", of: id)
        try two.answer(1, "and an answer", of: id)
        try two.change(id) {
            $0.change(1) { $0.isResolved = true }
            $0.verdict = .approved
        }
        let meeting = try await bob.exchange.meet()
        #expect(meeting.isReadOnly && meeting.refusals.count == 1)
        try await meet(one, take: id)
        #expect(Set(one.seen.comments.map(\.text)) == ["mine", "from the back row"])
        #expect(one.seen[1]?.replies.map(\.text) == ["and an answer"])
        #expect(one.seen[1]?.isResolved == false && one.seen.verdict == nil)
        // Their own they may take back.
        let own = try #require(two.seen.comments.first { $0.text == "from the back row" })
        try two.change(id) { $0.remove(own.number) }
        _ = try await bob.exchange.meet()
        try await meet(one, take: id)
        #expect(one.seen.comments.map(\.text) == ["mine"])
    }

    @Test func `A comment that nobody here can read is left out and kept`() async throws {
        let (_, one, two, take) = try await pair()
        try one.say("sound", of: take)
        try await meet(one, two, take: take)
        let stamp = HybridStamp(milliseconds: 1_800_000_000_500, counter: 0, writer: 77)
        func record(_ fields: [String: String]) -> SharedRecord {
            let id: ReviewComment.ID = one.studio.id()
            return SharedRecord(
                key: SharedRecord.Key(kind: "comment", id: id.description),
                fields: fields.merging(["take": "\"\(take)\""]) { first, _ in first }
                    .mapValues { StampedValue($0, stamp) }
            )
        }
        let good = [
            "number": "2", "frames": "[1,2]", "author": "\"x\"", "text": "\"y\"", "created": "5",
        ]
        let strange = [
            record(["hologram": "true"]), record(good.merging(["frames": "[2,1]"]) { $1 }),
            record(good.merging(["frames": "[-1,1]"]) { $1 }),
            record(good.merging(["number": "0"]) { $1 }),
            record(
                good.merging(["mark": "{\"x\":7,\"y\":0}"]) { $1 }
            ), record(good.merging(["of": "\"nothing\""]) { $1 }),
            record(
                good.merging(["text": "\"\(String(repeating: "x", count: 10_001))\""]) { $1 }
            ),
        ]
        _ = try two.studio.workspace.adopt(strange, upTo: 0)
        #expect(try two.studio.workspace.review(of: take).comments.map(\.text) == ["sound"])
        _ = try two.studio.workspace.adopt([record(good)], upTo: 0)
        #expect(try two.studio.workspace.review(of: take).comments.map(\.text) == ["sound", "y"])
    }
}
