import AccountAPI
import Editorial
import Foundation
import ServiceFixtures
import Workspace

/// A team that edits one film on up to five machines while the network, the clocks, the service
/// and its operator do what they like.
///
/// The workspaces and the service's desk are the real ones, over real
/// databases; only the network and the clocks are played, from a seed, so that
/// a run that fails fails again.
final class Simulation {
    let clock = FixtureClock()
    let service: PlayedService
    let all: [SimulatedMachine]
    /// Those who take part in this run.
    var machines: [SimulatedMachine] = []
    var random: IdentifierSource
    /// The stamps of everything that the service has acknowledged, by where it was written.
    var acknowledged: [SharedRecord.Key: [String: StampedValue]] = [:]
    /// Everything that the judge has read of the service, and how far.
    var known: [SharedRecord.Key: SharedRecord] = [:]
    var seen = 0

    init(directory: String, seed: UInt64) throws {
        random = IdentifierSource(seed: seed, now: Timestamp(milliseconds: clock.read()))
        service = try PlayedService(path: directory + "/service.db", clock: clock)
        var made: [SimulatedMachine] = []
        for number in 0..<5 {
            let skew = Int.random(in: -4 * 3_600_000...4 * 3_600_000, using: &random)
            let account = "account \(number)"
            try service.enrol(account, as: number == 0 ? .owner : .member)
            let workspace = try LocalWorkspace.open(
                directory: directory + "/\(number)",
                clock: { [clock] in clock.read() + skew }
            )
            try workspace.share(
                server: "played",
                account: account,
                space: PlayedService.space,
                isOwn: true,
                writer: random.next()
            )
            made.append(
                SimulatedMachine(
                    account: account,
                    workspace: workspace,
                    caller: try service.signIn(account)
                )
            )
        }
        all = made
        all[0].role = .owner
    }

    /// Plays one film from its making to the quiet after the last edit.
    ///
    /// - Returns: What is wrong at its end; nil when all is well.
    func run() async throws -> String? {
        acknowledged = [:]
        machines = Array(all.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)))
        if !machines.contains(where: { $0 === all[0] }) { machines[0] = all[0] }
        let film = Project(
            id: random.identifier(),
            name: "Film",
            shots: (0..<3).map { shot("\($0)") }
        )
        try all[0].workspace.save(
            film,
            history: EditHistory(),
            openedAt: Timestamp(milliseconds: 0)
        )
        for _ in 0..<Int.random(in: 10...40, using: &random) {
            clock.advance(seconds: Int.random(in: 0...600, using: &random))
            try await step(film.id)
        }
        try await quieten()
        return try await fault(of: film.id)
    }

    private func step(_ film: Project.ID) async throws {
        let machine = machines[Int.random(in: 0..<machines.count, using: &random)]
        switch Int.random(in: 0..<40, using: &random) {
        case 0...3: machine.isOffline.toggle()
        case 4...15: try machine.edit(film) { change(&$0) }
        case 16...19: try machine.save()
        case 20: try service.revoke(machine.caller)
        case 21, 22: try giveRole(to: machine)
        case 23: try await service.restart()
        case 24: try steer(film, on: machine)
        default:
            try machine.save()
            try await exchange(machine, reliably: false)
        }
    }

    /// The network holds, and everybody is signed in; in every second run all may write again,
    /// in the others those who lost that stay as they are.
    private func quieten() async throws {
        let isRestored = Bool.random(using: &random)
        for machine in machines {
            try machine.save()
            if isRestored { try set(machine === all[0] ? .owner : .member, of: machine) }
        }
        // In the first round all is sent, in the second all is taken over.
        for _ in 0..<2 {
            for machine in machines { try await exchange(machine, reliably: true) }
        }
    }

    private func giveRole(to machine: SimulatedMachine) throws {
        guard machine !== all[0] else { return }
        let roles: [SpaceRole?] = [nil, .viewer, .viewer, .member, .member, .admin]
        try set(roles.randomElement(using: &random) ?? .member, of: machine)
    }

    private func set(_ role: SpaceRole?, of machine: SimulatedMachine) throws {
        machine.role = role
        try service.set(machine.account, role)
    }

    func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }
}
