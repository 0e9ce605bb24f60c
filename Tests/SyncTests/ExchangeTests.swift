import AccountAPI
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Sync
import Testing
import Workspace

struct ExchangeTests {
    /// Two machines of one account.
    private func pair(
        _ engine: Engine = .sqlite,
        skew: Int = 0
    ) async throws -> (ServiceFixture, Studio, Studio) {
        let service = try await ServiceFixture(engine)
        try await service.enrol("ada@example.org")
        let (one, two) = (
            try Studio(service, seed: 1), try Studio(service, seed: 2, skew: skew)
        )
        for studio in [one, two] { try await studio.join(service, "ada@example.org") }
        return (service, one, two)
    }

    @Test(arguments: Engine.allCases)
    func `A project made on one machine is on the other, with its shots in order`(
        engine: Engine
    ) async throws {
        let (_, one, two) = try await pair(engine)
        let made = try one.make("Harbour", ["a boat", "the sea", "dawn"])
        let sent = try await one.exchange.meet()
        #expect(sent.sentCount == 4)
        let taken = try await two.exchange.meet()
        #expect(taken.outcome.projects == [made.id])
        #expect(try two.project(made.id) == made)
        let again = try await two.exchange.meet()
        #expect(again.sentCount == 0 && again.takenCount == 0)
    }

    @Test func `What was there before somebody signed in is shared too`() async throws {
        let service = try await ServiceFixture(.sqlite)
        try await service.enrol("ada@example.org")
        let (one, two) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        let made = try one.make("Old", ["one", "two"])
        try one.workspace.setFavourite("dolly-in", true)
        #expect(try one.workspace.sharing() == nil)
        try await one.join(service, "ada@example.org")
        try await two.join(service, "ada@example.org")
        _ = try await one.exchange.meet()
        _ = try await two.exchange.meet()
        #expect(try two.project(made.id) == made)
        #expect(try two.workspace.favourites() == ["dolly-in"])
    }

    @Test func `Two fields of one shot, changed on two machines, both stay`() async throws {
        let (service, one, two) = try await pair()
        let made = try one.make("Film", ["a boat"])
        _ = try await one.exchange.meet()
        _ = try await two.exchange.meet()
        try one.edit(made.id) { $0.shots[0].draft.prompt = "a red boat" }
        service.clock.advance(seconds: 1)
        try two.edit(made.id) { $0.shots[0].draft.seed = 7 }
        for studio in [one, two, one] { _ = try await studio.exchange.meet() }
        let (mine, theirs) = (try one.project(made.id), try two.project(made.id))
        #expect(mine == theirs)
        #expect(mine?.shots[0].draft.prompt == "a red boat")
        #expect(mine?.shots[0].draft.seed == 7)
    }

    /// Both machines write the prompt of one shot before either meets the service again.
    private func divided() async throws -> (Studio, Studio, Project.ID) {
        let (service, one, two) = try await pair()
        let made = try one.make("Film", ["a boat"])
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        try one.edit(made.id) { $0.shots[0].draft.prompt = "one" }
        service.clock.advance(seconds: 1)
        try two.edit(made.id) { $0.shots[0].draft.prompt = "two" }
        return (one, two, made.id)
    }

    @Test func `Of one field changed on both the later wins, and both are told and kept`()
        async throws
    {
        let (one, two, film) = try await divided()
        #expect(try await two.exchange.meet().outcome.conflicts.isEmpty)
        let conflicts = try await one.exchange.meet().outcome.conflicts
        #expect(conflicts.map(\.field) == ["draft.prompt"])
        #expect(conflicts.map(\.mine) == ["\"one\""] && conflicts.map(\.isMine) == [false])
        #expect(try one.project(film)?.shots[0].draft.prompt == "two")
        let kept = try #require(try one.workspace.conflicts().first)
        #expect(kept.title == "prompt" && kept.place == "“a boat” of “Film”")
        #expect(SharingConflict.shown(kept.theirs) == "two")
        #expect(try one.workspace.sharing()?.conflictCount == 1)
        var history = try #require(try one.workspace.project(film)).1
        var project = try #require(try one.project(film))
        let back = history.undo()
        project.apply(try #require(back))
        #expect(project.shots[0].draft.prompt == "one")
    }

    @Test func `Choosing mine brings it back everywhere, as an edit`() async throws {
        let (one, two, film) = try await divided()
        for studio in [two, one] { _ = try await studio.exchange.meet() }
        let conflict = try #require(try one.workspace.conflicts().first)
        try one.workspace.settle(conflict, takingMine: true)
        #expect(try one.project(film)?.shots[0].draft.prompt == "one")
        #expect(try one.workspace.conflicts().isEmpty)
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        #expect(try two.project(film)?.shots[0].draft.prompt == "one")
        #expect(try two.workspace.conflicts().isEmpty)
        var history = try #require(try one.workspace.project(film)).1
        var project = try #require(try one.project(film))
        let back = history.undo()
        project.apply(try #require(back))
        #expect(project.shots[0].draft.prompt == "two")
    }

    @Test func `What was written here later stands, and that the other wrote too is told`()
        async throws
    {
        let (one, two, film) = try await divided()
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        let conflict = try #require(try two.workspace.conflicts().first)
        #expect(conflict.isMine && SharingConflict.shown(conflict.theirs) == "one")
        #expect(try two.project(film)?.shots[0].draft.prompt == "two")
        try two.workspace.settle(conflict, takingMine: false)
        for studio in [two, one] { _ = try await studio.exchange.meet() }
        #expect(try one.project(film)?.shots[0].draft.prompt == "one")
    }

    @Test func `Writing the field anew is a choice, and one's own echo is no conflict`()
        async throws
    {
        let (one, two, film) = try await divided()
        for studio in [two, one] { _ = try await studio.exchange.meet() }
        try one.edit(film) { $0.shots[0].draft.prompt = "three" }
        #expect(try one.workspace.conflicts().isEmpty)
        #expect(try await one.exchange.meet().outcome.conflicts.isEmpty)
        #expect(try await two.exchange.meet().outcome.conflicts.isEmpty)
        #expect(try two.project(film)?.shots[0].draft.prompt == "three")
    }

    @Test func `A record that the service refuses holds up no other`() async throws {
        let (_, one, two) = try await pair()
        let long = try one.make("Film", ["short"])
        try one.edit(long.id) {
            $0.shots[0].name = String(repeating: "x", count: RecordExchange.valueLimit)
        }
        let made = try one.make("Other", ["a boat"])
        let meeting = try await one.exchange.meet()
        #expect(meeting.refusals.count == 1)
        _ = try await two.exchange.meet()
        #expect(try two.project(made.id) == made)
        #expect(try one.workspace.sharing()?.pendingCount == 0)
        #expect(try one.project(long.id)?.shots[0].name.utf8.count == RecordExchange.valueLimit)
        try one.edit(long.id) { $0.shots[0].name = "short again" }
        _ = try await one.exchange.meet()
        _ = try await two.exchange.meet()
        #expect(try two.project(long.id)?.shots.map(\.name) == ["short again"])
    }

    @Test func `Who may only look keeps what they wrote, and sends it when they may`()
        async throws
    {
        let service = try await ServiceFixture(.sqlite)
        for name in ["ada", "bob"] { try await service.enrol("\(name)@example.org") }
        let (ada, bob) = (try Studio(service, seed: 1), try Studio(service, seed: 2))
        try ada.access.begin(try await service.signIn("ada@example.org"), at: service.address)
        try bob.access.begin(try await service.signIn("bob@example.org"), at: service.address)
        let team = try await ada.access.makeSpace(named: "Film club")
        _ = try await bob.access.join(
            try await ada.access.invite(nil, as: .viewer, to: team)
        )
        for studio in [ada, bob] { _ = try await studio.exchange.share(spaceNamed: "Film club") }
        let made = try ada.make("Film", ["a boat"])
        for studio in [ada, bob] { _ = try await studio.exchange.meet() }
        try bob.edit(made.id) { $0.shots[0].draft.prompt = "mine" }
        #expect(try await bob.exchange.meet().isReadOnly)
        #expect(try bob.project(made.id)?.shots[0].draft.prompt == "mine")
        let account = try await bob.access.profile().id
        try await ada.access.change(account, to: .member, in: team)
        for studio in [bob, ada] { _ = try await studio.exchange.meet() }
        #expect(try ada.project(made.id)?.shots[0].draft.prompt == "mine")
    }

    @Test func `Shots put in order, added and removed on both sides come to one order`()
        async throws
    {
        let (_, one, two) = try await pair()
        let made = try one.make("Film", ["1", "2", "3", "4", "5"])
        _ = try await one.exchange.meet()
        _ = try await two.exchange.meet()
        let added = two.shot("new")
        try one.edit(made.id) { $0.shots.insert($0.shots.remove(at: 4), at: 0) }
        try two.edit(made.id) { $0.shots.insert(added, at: 2) }
        try two.edit(made.id) { $0.shots.removeAll { $0.name == "3" } }
        for studio in [one, two, one] { _ = try await studio.exchange.meet() }
        let names = try one.project(made.id)?.shots.map(\.name)
        #expect(names == ["5", "1", "2", "new", "4"])
        #expect(try one.project(made.id) == two.project(made.id))
    }

    @Test func `A shot that was removed here and changed there comes back with the change`()
        async throws
    {
        let (service, one, two) = try await pair()
        let made = try one.make("Film", ["1", "2"])
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        let gone = made.shots[1]
        try two.edit(made.id) { $0.shots[1].draft.prompt = "kept" }
        try one.edit(made.id) { $0.shots.remove(at: 1) }
        for studio in [one, two, one] { _ = try await studio.exchange.meet() }
        #expect(try two.project(made.id)?.shots.count == 1)
        service.clock.advance(seconds: 1)
        try one.edit(made.id) { $0.shots.append(gone) }
        for studio in [one, two, one] { _ = try await studio.exchange.meet() }
        #expect(try one.project(made.id) == two.project(made.id))
        #expect(try one.project(made.id)?.shots.count == 2)
    }

    @Test func `A clock that is hours behind or ahead loses no edit of its own`() async throws {
        for skew in [-7_200_000, 7_200_000] {
            let (service, one, two) = try await pair(skew: skew)
            let made = try one.make("Film", ["1"])
            for studio in [one, two] { _ = try await studio.exchange.meet() }
            for turn in 0..<3 {
                service.clock.advance(seconds: 1)
                let writer = turn == 1 ? one : two
                try writer.edit(made.id) { $0.shots[0].draft.prompt = "turn \(turn)" }
                for studio in [writer, one, two] { _ = try await studio.exchange.meet() }
                #expect(try one.project(made.id)?.shots[0].draft.prompt == "turn \(turn)")
                #expect(try one.project(made.id) == two.project(made.id))
            }
        }
    }

    @Test func `Renaming, archiving and deleting a project are shared`() async throws {
        let (_, one, two) = try await pair()
        let made = try one.make("Film", ["1"])
        try one.workspace.rename(made.id, to: "Sea")
        try one.workspace.archive(made.id, at: Timestamp(milliseconds: 5))
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        let summary = try #require(try two.workspace.projects().first)
        #expect(summary.name == "Sea" && summary.archivedAt == Timestamp(milliseconds: 5))
        try two.workspace.delete(made.id, at: Timestamp(milliseconds: 6))
        for studio in [two, one] { _ = try await studio.exchange.meet() }
        #expect(try one.workspace.projects().isEmpty)
        try one.workspace.delete(made.id, at: nil)
        for studio in [one, two] { _ = try await studio.exchange.meet() }
        #expect(try two.workspace.projects().map(\.name) == ["Sea"])
    }

    @Test func `An unknown kind and an unknown field go through an older machine unharmed`()
        async throws
    {
        let (_, one, two) = try await pair()
        let made = try one.make("Film", ["1"])
        _ = try await one.exchange.meet()
        let stamp = HybridStamp(milliseconds: 1_800_000_000_500, counter: 0, writer: 77)
        let newer = [
            SharedRecord(
                key: SharedRecord.Key(kind: "shot", id: made.shots[0].id.description),
                fields: ["draft.weather": StampedValue("\"rain\"", stamp)]
            ),
            SharedRecord(
                key: SharedRecord.Key(kind: "lens", id: "x"),
                fields: ["mm": StampedValue("35", stamp)]
            ),
        ]
        _ = try two.workspace.adopt(newer, upTo: 0)
        _ = try await two.exchange.meet()
        #expect(try two.project(made.id)?.shots.count == 1)
        try two.edit(made.id) { $0.shots[0].draft.seed = 1 }
        _ = try await two.exchange.meet()
        _ = try await one.exchange.meet()
        #expect(try one.project(made.id)?.shots[0].draft.seed == 1)
    }
}
