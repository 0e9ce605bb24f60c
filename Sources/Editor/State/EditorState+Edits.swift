import Editorial

extension EditorState {
    /// Applies an edit and records it, joined to the edit before it when both
    /// are of this gesture.
    mutating func apply(_ edit: Edit, as newGesture: Gesture? = nil) -> [Effect] {
        let place = shotIndex
        guard project.apply(edit) else { return [] }
        history.record(edit, joining: newGesture != nil && newGesture == gesture)
        settle(near: place)
        gesture = newGesture
        return [.save(project, history)]
    }

    /// Changes the selected shot's draft, as one edit.
    mutating func changeDraft(
        as newGesture: Gesture? = nil,
        _ change: (inout Draft) -> Void
    ) -> [Effect] {
        changeDraft(of: selectedShot, as: newGesture, change)
    }

    mutating func changeDraft(
        of id: Shot.ID,
        as newGesture: Gesture? = nil,
        _ change: (inout Draft) -> Void
    ) -> [Effect] {
        guard let old = project[shot: id]?.draft else { return [] }
        var new = old
        change(&new)
        return new == old ? [] : apply(.changeDraft(id, from: old, to: new), as: newGesture)
    }

    mutating func undo() -> [Effect] {
        step(through: { $0.undo() }, word: "Undid", nothing: "There is nothing left to undo.")
    }

    mutating func redo() -> [Effect] {
        step(through: { $0.redo() }, word: "Redid", nothing: "There is nothing to redo.")
    }

    /// Goes one edit back or on in the history, past those that change nothing
    /// and those that would leave no shot.
    private mutating func step(
        through next: (inout EditHistory) -> Edit?,
        word: String,
        nothing: String
    ) -> [Effect] {
        let before = history
        gesture = nil
        while let edit = next(&history) {
            var changed = project
            guard changed.apply(edit), !changed.shots.isEmpty else { continue }
            let place = shotIndex
            project = changed
            follow(edit)
            settle(near: place)
            say("\(word): \(edit.undoneTitle(word == "Undid")).")
            return [.save(project, history)]
        }
        say(nothing)
        return history == before ? [] : [.save(project, history)]
    }

    /// Selects the shot that an edit was about, so that what changed is seen.
    private mutating func follow(_ edit: Edit) {
        if let subject = subject(of: edit), subject != selectedShot { select(subject) }
    }

    private func subject(of edit: Edit) -> Shot.ID? {
        switch edit {
        case .renameShot(let id, _, _), .changeDraft(let id, _, _), .changeCut(let id, _, _),
            .selectTake(let id, _, _):
            id
        case .insertShot(let shot, _): shot.id
        case .moveShot(_, let target):
            project.shots.indices.contains(target) ? project.shots[target].id : nil
        case .several(let edits, _): edits.lazy.compactMap { subject(of: $0) }.first
        case .renameProject, .removeShot, .changeMusic: nil
        }
    }

    /// Brings everything that points into the project back into it.
    ///
    /// - Parameter place: Where the selected shot was, should it be gone.
    mutating func settle(near place: Int) {
        if project.index(of: selectedShot) == nil {
            select(project.shots[min(place, project.shots.count - 1)].id)
        }
        promptPanel.cursor = min(promptPanel.cursor, draft.prompt.count)
        promptPanel.anchor = promptPanel.anchor.map { min($0, draft.prompt.count) }
        settlePromptField()
        settlePlayback()
    }
}

extension Edit {
    /// Returns the title of the edit that a person made, in the middle of a sentence.
    fileprivate func undoneTitle(_ isInverse: Bool) -> String {
        let title = (isInverse ? inverse : self).title
        return title.prefix(1).lowercased() + title.dropFirst()
    }
}
