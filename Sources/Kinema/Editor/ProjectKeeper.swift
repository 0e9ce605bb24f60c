import Editorial
import Workspace

/// Writes the open project, and meets what others write to it meanwhile: another editor, or what
/// came from another machine.
///
/// Where somebody else has written, nothing is overwritten: the editor is told
/// of it, does again on top of it what was done here, and what it saves then is
/// written. Confined to one queue.
struct ProjectKeeper {
    /// Somebody else made of the project something else than it was.
    struct Overtaking: Equatable {
        /// As it was known here.
        let base: EditedProject
        let other: EditedProject
    }

    private let workspace: LocalWorkspace
    /// What the workspace has, as far as it is known here.
    private var saved: EditedProject?
    /// What is to be written.
    private var unsaved: EditedProject?
    /// What the editor was told of and has not taken over yet.
    private var told: Overtaking?
    /// How often others may write in between before leaving gives up.
    private static let patience = 8

    init(workspace: LocalWorkspace) { self.workspace = workspace }

    /// Takes the project that is open from now on, as it was just read.
    mutating func begin(with project: EditedProject) {
        saved = project
        unsaved = nil
        told = nil
    }

    /// Takes what is to be written with the next ``save()``.
    mutating func take(_ project: EditedProject) {
        // Until the editor knows of the other's, what it saves has none of it.
        if let known = told, project.includes(known.other) {
            told = nil
            saved = known.other
        }
        unsaved = project
    }

    /// Writes what waits, unless somebody else has written.
    mutating func save() throws(WorkspaceError) -> Overtaking? {
        guard told == nil, let mine = unsaved else { return nil }
        do {
            try write(mine)
            return nil
        } catch  where error.kind == .conflict {
            return try look()
        }
    }

    /// Looks whether somebody else has written.
    mutating func look() throws(WorkspaceError) -> Overtaking? {
        guard told == nil, let base = saved,
            try !workspace.holds(base.history, of: base.project.id),
            let (project, history) = try workspace.project(base.project.id)
        else { return nil }
        let overtaking = Overtaking(base: base, other: EditedProject(project, history))
        told = overtaking
        return overtaking
    }

    /// Writes what waits at once, on top of whatever others wrote: the editor
    /// may not be there any more to do it.
    mutating func settle() throws(WorkspaceError) {
        guard var mine = unsaved else { return }
        if let known = told, mine.project.id == known.other.project.id {
            mine = mine.rebased(from: known.base, onto: known.other)
            saved = known.other
        }
        for round in 1...Self.patience {
            do {
                return try write(mine)
            } catch  where error.kind == .conflict && round < Self.patience {
                guard let base = saved,
                    let (project, history) = try workspace.project(mine.project.id)
                else { throw error }
                let other = EditedProject(project, history)
                if told == nil { told = Overtaking(base: base, other: other) }
                mine = mine.rebased(from: base, onto: other)
                saved = other
            }
        }
    }

    private mutating func write(_ mine: EditedProject) throws(WorkspaceError) {
        try workspace.save(
            mine.project,
            history: mine.history,
            openedAt: Wiring.timestamp,
            after: saved.map { ($0.project, $0.history) }
        )
        saved = mine
        unsaved = nil
    }
}

extension EditedProject {
    /// Whether it was made on top of another's state of the project.
    fileprivate func includes(_ other: EditedProject) -> Bool {
        guard project.id == other.project.id else { return false }
        return other.history.nodes.last.map { history[$0.id] == $0 } ?? true
    }
}
