import AccountAPI
import Database
import Editorial
import Foundation
import Logging
import ServiceFixtures
import Workspace

@testable import AccountService

/// Machines that edit one film while the network between them and the service does what it likes.
///
/// The workspaces and the service's desk are the real ones, over real
/// databases; only the network and the clocks are played, from a seed, so that
/// a run that fails fails again.
final class Simulation {
    /// One machine: what it has, how wrong its clock is, and what is on the way to it.
    final class Machine {
        let workspace: LocalWorkspace
        let skew: Int
        var isOffline = false
        /// Batches that were sent before and may arrive again.
        var echoes: [[SharedRecord]] = []
        /// Pages that were got before and may arrive again.
        var pages: [RecordExchange.Pulled] = []

        init(workspace: LocalWorkspace, skew: Int) {
            self.workspace = workspace
            self.skew = skew
        }
    }

    let clock = FixtureClock()
    let machines: [Machine]
    private let desk: SpaceDesk
    private let space = "00000000-0000-7000-8000-000000000001"
    private let caller = AccountDesk.Caller(account: "a", session: "s")
    private var random: IdentifierSource
    /// The stamps of everything that the service has acknowledged, by where it was written.
    private var acknowledged: [SharedRecord.Key: [String: StampedValue]] = [:]

    init(directory: String, seed: UInt64, machines count: Int = 5) throws {
        random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: clock.read()))
        let database = try SQLiteDatabase(path: directory + "/service.db")
        try Migrator(ServiceSchema.migrations).migrate(database)
        desk = try Self.desk(database, clock)
        try Self.prepare(database, space)
        var made: [Machine] = []
        for number in 0..<count {
            let skew = Int.random(in: -4 * 3_600_000...4 * 3_600_000, using: &random)
            let workspace = try LocalWorkspace.open(
                directory: directory + "/\(number)",
                clock: { [clock] in clock.read() + skew }
            )
            try workspace.share(
                server: "played",
                account: "a",
                space: space,
                writer: random.next()
            )
            made.append(Machine(workspace: workspace, skew: skew))
        }
        machines = made
    }

    private static func desk(_ database: any SQLDatabase, _ clock: FixtureClock) throws -> SpaceDesk
    {
        let settings = ServiceSettings(publicAddress: "http://played", hashCost: .least)
        let store = ServiceStore(database, width: 1)
        return SpaceDesk(
            accounts: AccountDesk(
                settings: settings,
                store: store,
                hashing: try PasswordHashing(cost: .least, width: 1),
                keys: SigningKeys(store: store, settings: settings, now: clock.read),
                limits: RateLimits(),
                postbox: MemoryPostbox(),
                posting: WorkPool(width: 1),
                now: clock.read
            )
        )
    }

    private static func prepare(_ database: any SQLDatabase, _ space: String) throws {
        try database.write { connection in
            for statement in [
                "INSERT INTO account VALUES ('a', 'a@b.cd', 'A', 'x', 1, 1)",
                "INSERT INTO session VALUES ('s', 'a', 'd', 'x', 1, 1, 9000000000000000, NULL, NULL)",
                "INSERT INTO space VALUES ('\(space)', 'Mine', 1, 0)",
                "INSERT INTO member VALUES ('\(space)', 'a', 'owner')",
            ] { try connection.execute(statement) }
        }
    }

    /// Plays one film from its making to the quiet after the last edit.
    ///
    /// - Returns: What is wrong at its end; nil when all is well.
    func run() async throws -> String? {
        acknowledged = [:]
        let film = Project(
            id: random.identifier(),
            name: "Film",
            shots: (0..<3).map { shot("\($0)") }
        )
        try machines[0].workspace.save(
            film,
            history: EditHistory(),
            openedAt: Timestamp(milliseconds: 0)
        )
        for _ in 0..<Int.random(in: 12...30, using: &random) {
            clock.advance(seconds: Int.random(in: 0...600, using: &random))
            let machine = machines[Int.random(in: 0..<machines.count, using: &random)]
            switch Int.random(in: 0..<10, using: &random) {
            case 0: machine.isOffline.toggle()
            case 1...4: try edit(film.id, on: machine)
            default: try await exchange(machine, reliably: false)
            }
        }
        // Two rounds: in the first all is sent, in the second all is taken over.
        for _ in 0..<2 {
            for machine in machines { try await exchange(machine, reliably: true) }
        }
        return try await fault(of: film.id)
    }

    private func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    private func shot(_ name: String) -> Shot {
        Shot(id: random.identifier(), name: name, draft: Draft(prompt: name))
    }

    /// One exchange over a network that loses, repeats and reorders.
    private func exchange(_ machine: Machine, reliably isReliable: Bool) async throws {
        guard isReliable || !machine.isOffline else { return }
        try await push(machine, isReliable)
        if !isReliable, chance(15), let echo = machine.echoes.randomElement(using: &random) {
            _ = try await desk.push(echo, into: space, by: caller)
        }
        try await pull(machine, isReliable)
        if !isReliable, chance(15), let page = machine.pages.randomElement(using: &random) {
            _ = try machine.workspace.adopt(page.records.shuffled(using: &random), upTo: 0)
        }
        if isReliable { (machine.echoes, machine.pages) = ([], []) }
    }

    private func push(_ machine: Machine, _ isReliable: Bool) async throws {
        while true {
            let limit = isReliable ? 100 : Int.random(in: 1...4, using: &random)
            let records = try machine.workspace.pendingRecords(limit: limit)
            guard !records.isEmpty else { return }
            machine.echoes.append(records)
            // Lost on the way there, or the service ended before it was written.
            if !isReliable, chance(20) { return }
            _ = try await desk.push(records, into: space, by: caller)
            // Lost on the way back, or the machine ended before it was noted.
            if !isReliable, chance(20) { return }
            try machine.workspace.acknowledge(records)
            for record in records {
                acknowledged[record.key, default: [:]].merge(record.fields) {
                    $0.isOverridden(by: $1) ? $1 : $0
                }
            }
        }
    }

    private func pull(_ machine: Machine, _ isReliable: Bool) async throws {
        while true {
            let sequence = try machine.workspace.sharing()?.sequence ?? 0
            let page = try await desk.pull(
                after: sequence,
                limit: isReliable ? 500 : Int.random(in: 1...5, using: &random),
                from: space,
                by: caller
            )
            guard !page.records.isEmpty else { return }
            machine.pages.append(page)
            if !isReliable, chance(25) { return }
            _ = try machine.workspace.adopt(page.records, upTo: page.sequence)
            if !isReliable, chance(25) { return }
        }
    }

    /// Changes something of the film as the editor does.
    private func edit(_ id: Project.ID, on machine: Machine) throws {
        guard let before = try machine.workspace.project(id) else { return }
        var (film, history) = before
        change(&film)
        let edits = before.0.edits(to: film)
        guard !edits.isEmpty else { return }
        for edit in edits { history.record(edit) }
        try machine.workspace.save(
            film,
            history: history,
            openedAt: Timestamp(milliseconds: 0),
            after: (before.0, before.1)
        )
    }

    private func change(_ film: inout Project) {
        let word = "\(random.next() % 1000)"
        let place = film.shots.indices.randomElement(using: &random)
        switch (Int.random(in: 0..<7, using: &random), place) {
        case (0, _): film.name = word
        case (1, _), (_, nil):
            film.shots.insert(
                shot(word),
                at: Int.random(in: 0...film.shots.count, using: &random)
            )
        case (2, let place?): film.shots.remove(at: place)
        case (3, let place?):
            let moved = film.shots.remove(at: place)
            film.shots.insert(moved, at: Int.random(in: 0...film.shots.count, using: &random))
        case (4, let place?): film.shots[place].draft.seed = UInt32(random.next() % 9)
        default:
            if let place { film.shots[place].draft.prompt = word }
        }
    }

    /// Returns what is wrong: a machine that holds something else, or an
    /// acknowledged writing that is neither there nor overridden by a later one.
    private func fault(of id: Project.ID) async throws -> String? {
        let first = try machines[0].workspace.project(id)?.0
        for (number, machine) in machines.enumerated() {
            let state = try machine.workspace.sharing()
            if state?.pendingCount != 0 { return "machine \(number) still has something to send" }
            if try machine.workspace.project(id)?.0 != first {
                return "machine \(number) holds another film than machine 0"
            }
        }
        let kept = try await records()
        for (key, fields) in acknowledged {
            for (name, value) in fields {
                guard let present = kept[key]?.fields[name], !present.isOverridden(by: value)
                else { return "the acknowledged \(name) of \(key) is lost" }
            }
        }
        return nil
    }

    /// Everything that changed since this was asked last.
    private func records() async throws -> [SharedRecord.Key: SharedRecord] {
        var found: [SharedRecord.Key: SharedRecord] = [:]
        var sequence = seen
        while true {
            let page = try await desk.pull(after: sequence, limit: 500, from: space, by: caller)
            for record in page.records { found[record.key] = record }
            sequence = page.sequence
            if !page.hasMore { break }
        }
        seen = sequence
        return found
    }

    private var seen = 0
}
