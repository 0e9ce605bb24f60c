/// A project with every edit that made it, as one of several who work on it has them.
package struct EditedProject: Hashable, Sendable {
    package var project: Project
    package var history: EditHistory

    package init(_ project: Project, _ history: EditHistory) {
        self.project = project
        self.history = history
    }

    /// Returns what was done here since a common beginning, done again on top
    /// of what somebody else made of it.
    ///
    /// Field by field: what was not touched here is as the other has it. The
    /// other's edits stand first in the history and these after them, one by
    /// one, so that undo takes back what was done here and nothing else. A
    /// shot that the other removed comes back when it was changed here.
    package func rebased(from base: EditedProject, onto other: EditedProject) -> EditedProject {
        var result = other
        var before = base.project
        for edit in edits(since: base) {
            var after = before
            guard after.apply(edit) else { continue }
            let target = result.project.taking(before, to: after)
            let carried = result.project.edits(to: target)
            if let first = carried.first {
                result.history.record(
                    carried.count == 1 ? first : .several(carried, title: edit.title)
                )
                result.project = target
            }
            before = after
        }
        return result
    }

    /// Returns the edits that make this of an earlier state of it: those of the
    /// history where it tells, else what differs.
    private func edits(since base: EditedProject) -> [Edit] {
        var walk = history
        if base.history.current.map({ walk[$0] != nil }) ?? true {
            _ = walk.go(to: base.history.current)
            let edits = walk.go(to: history.current)
            var reached = base.project
            for edit in edits { reached.apply(edit) }
            if reached == project { return edits }
        }
        // A gesture that went on is still the same edit, and old edits are forgotten.
        return base.project.edits(to: project)
    }
}
