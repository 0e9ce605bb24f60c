import AccountAPI
import Database
import Editorial

@testable import AccountService
@testable import Workspace

/// One machine: what it has, how wrong its clock is, and what is on the way to it.
final class SimulatedMachine {
    let account: String
    let workspace: LocalWorkspace
    var caller: AccountDesk.Caller
    var role: SpaceRole? = .member
    var isOffline = false
    /// Batches that were sent before and may arrive again.
    var echoes: [[SharedRecord]] = []
    /// Pages that were got before and may arrive again.
    var pages: [RecordExchange.Pulled] = []
    /// The film in the open editor, and what of it the workspace is known to have.
    private var open: (work: EditedProject, saved: EditedProject)?

    init(account: String, workspace: LocalWorkspace, caller: AccountDesk.Caller) {
        self.account = account
        self.workspace = workspace
        self.caller = caller
    }

    var maySee: Bool { role != nil }
    var mayWrite: Bool { role?.may(.writeRecords) ?? false }

    /// Changes the film in the editor, as somebody who types does; nothing is written yet.
    func edit(_ film: Project.ID, _ change: (inout EditedProject) -> Void) throws {
        if open?.work.project.id != film {
            guard let (project, history) = try workspace.project(film) else { return }
            let read = EditedProject(project, history)
            open = (read, read)
        }
        guard let (before, saved) = open else { return }
        var work = before
        change(&work)
        if work.project.shots.isEmpty { return }
        open = (work, saved)
    }

    /// Writes what the editor has, on top of what others wrote meanwhile.
    func save() throws {
        guard let (work, saved) = open else { return }
        open = nil
        do {
            try write(work, after: saved)
        } catch  where error.kind == .conflict {
            guard let (project, history) = try workspace.project(work.project.id) else { return }
            let other = EditedProject(project, history)
            try write(work.rebased(from: saved, onto: other), after: other)
        }
    }

    private func write(
        _ work: EditedProject,
        after saved: EditedProject
    ) throws(WorkspaceError) {
        try workspace.save(
            work.project,
            history: work.history,
            openedAt: Timestamp(milliseconds: 0),
            after: (saved.project, saved.history)
        )
    }

    /// What it knows of these records, but for what it may not send.
    func settledFields(
        _ keys: [SharedRecord.Key]
    ) throws -> [SharedRecord.Key: [String: StampedValue]] {
        try workspace.reading { connection in
            var found: [SharedRecord.Key: [String: StampedValue]] = [:]
            for key in keys {
                let pending = try connection.rows(
                    "SELECT field FROM shared_field WHERE kind = $1 AND id = $2 AND is_pending = 1",
                    [.text(key.kind), .text(key.id)]
                ).map { try $0.text("field") }
                let fields = try workspace.sharedRecord(key, on: connection).fields
                found[key] = fields.filter { !pending.contains($0.key) }
            }
            return found
        }
    }
}
