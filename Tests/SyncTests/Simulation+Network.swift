import AccountAPI
import Editorial
import Workspace

@testable import AccountService

extension Simulation {
    /// One exchange over a network that loses, repeats and reorders.
    func exchange(_ machine: SimulatedMachine, reliably isReliable: Bool) async throws {
        guard isReliable || !machine.isOffline else { return }
        if !isReliable, chance(15), let echo = machine.echoes.randomElement(using: &random) {
            _ = await asking(machine) { try await $0.push(echo, by: $1) }
        }
        if isReliable { (machine.echoes, machine.pages) = ([], []) }
        // Whoever was signed out signs in again, sooner or later.
        for _ in 0..<2 {
            let isDone =
                await asking(machine) { [self] _, _ in
                    try await pull(machine, isReliable)
                    try await push(machine, isReliable)
                    try await pull(machine, isReliable)
                } ?? true
            if isDone || !(isReliable || chance(50)) { break }
            machine.caller = try service.signIn(machine.account)
        }
        if !isReliable, chance(15), let page = machine.pages.randomElement(using: &random) {
            _ = try machine.workspace.adopt(page.records.shuffled(using: &random), upTo: 0)
        }
    }

    /// Asks the service.
    ///
    /// - Returns: Whether it answered; false when the asker's session has
    ///   ended, nil when it may not do that, or the service ended in the middle of it.
    private func asking(
        _ machine: SimulatedMachine,
        _ body: (PlayedService, AccountDesk.Caller) async throws -> Void
    ) async -> Bool? {
        do {
            try await body(service, machine.caller)
            return true
        } catch let refusal as Refusal {
            switch refusal.problem.code {
            case .unauthorized: return false
            case .forbidden, .notFound: return nil
            default: fatalError("The service refused what is in order: \(refusal.problem.message)")
            }
        } catch is FallingDatabase.Fall {
            // Were it not to start again, every run after would say so.
            try? await service.restart()
            return nil
        } catch {
            fatalError("The simulation failed: \(error)")
        }
    }

    private func push(_ machine: SimulatedMachine, _ isReliable: Bool) async throws {
        while true {
            let limit = isReliable ? 100 : Int.random(in: 1...4, using: &random)
            let records = try machine.workspace.pendingRecords(limit: limit)
            guard !records.isEmpty else { return }
            if machine.mayWrite { machine.echoes.append(records) }
            // Lost on the way there.
            if !isReliable, chance(15) { return }
            if !isReliable, chance(5) { service.fallNext() }
            try await service.push(records, by: machine.caller)
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

    private func pull(_ machine: SimulatedMachine, _ isReliable: Bool) async throws {
        while true {
            let sequence = try machine.workspace.sharing()?.sequence ?? 0
            let page = try await service.pull(
                after: sequence,
                limit: isReliable ? 500 : Int.random(in: 1...5, using: &random),
                by: machine.caller
            )
            guard !page.records.isEmpty else { return }
            machine.pages.append(page)
            if !isReliable, chance(25) { return }
            _ = try machine.workspace.adopt(page.records, upTo: page.sequence)
            if !isReliable, chance(25) { return }
        }
    }
}
