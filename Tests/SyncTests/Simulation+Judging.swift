import AccountAPI
import Editorial
import Workspace

@testable import AccountService

extension Simulation {
    /// Returns what is wrong: a machine that holds something else, or an
    /// acknowledged writing that is neither there nor overridden by a later one.
    func fault(of film: Project.ID) async throws -> String? {
        let kept = try await records()
        for (key, fields) in acknowledged {
            for (name, value) in fields {
                guard let present = kept[key]?.fields[name], !present.isOverridden(by: value)
                else { return "the acknowledged \(name) of \(key) is lost" }
            }
        }
        let first = try view(of: film, on: all[0])
        for machine in machines where machine.maySee {
            let state = try machine.workspace.sharing()
            if machine.mayWrite, state?.pendingCount != 0 {
                return "\(machine.account) still has something to send"
            }
            // What may not be sent stays where it was written.
            if state?.pendingCount == 0, try view(of: film, on: machine) != first {
                return "\(machine.account) holds another film than the owner"
            }
            for (key, fields) in try machine.settledFields(Array(kept.keys)) {
                for (name, value) in fields where kept[key]?.fields[name] != value {
                    return "\(machine.account) knows another \(name) of \(key)"
                }
            }
        }
        return nil
    }

    /// What somebody sees on a machine.
    private struct View: Equatable {
        var film: Project?
        var isListed: Bool
        var archivedAt: Timestamp?
        var favourites: Set<String>
    }

    private func view(of film: Project.ID, on machine: SimulatedMachine) throws -> View {
        let summary = try machine.workspace.projects().first { $0.id == film }
        return View(
            film: try machine.workspace.project(film)?.0,
            isListed: summary != nil,
            archivedAt: summary?.archivedAt,
            favourites: try machine.workspace.favourites()
        )
    }

    /// Everything that changed since this was asked last.
    private func records() async throws -> [SharedRecord.Key: SharedRecord] {
        var found: [SharedRecord.Key: SharedRecord] = [:]
        while true {
            let page = try await judged()
            for record in page.records { found[record.key] = record }
            seen = page.sequence
            if !page.hasMore { return found }
        }
    }

    private func judged() async throws -> RecordExchange.Pulled {
        do {
            return try await service.pull(after: seen, limit: 500, by: all[0].caller)
        } catch is Refusal {
            all[0].caller = try service.signIn(all[0].account)
            return try await service.pull(after: seen, limit: 500, by: all[0].caller)
        }
    }
}
