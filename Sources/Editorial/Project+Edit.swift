extension Project {
    /// Carries out an edit.
    ///
    /// An edit that no longer fits, because its shot is gone, changes nothing:
    /// history may be older than the project that was loaded.
    ///
    /// - Returns: Whether the project changed.
    @discardableResult
    package mutating func apply(_ edit: Edit) -> Bool {
        let before = self
        carryOut(edit)
        return self != before
    }

    private mutating func carryOut(_ edit: Edit) {
        switch edit {
        case .renameProject(_, let new):
            name = new
        case .renameShot(let id, _, let new):
            update(id) { $0.name = new }
        case .insertShot(let shot, let place):
            if index(of: shot.id) == nil { shots.insert(shot, at: min(max(0, place), shots.count)) }
        case .removeShot(let shot, _):
            shots.removeAll { $0.id == shot.id }
        case .moveShot(let origin, let target):
            if shots.indices.contains(origin), shots.indices.contains(target) {
                shots.insert(shots.remove(at: origin), at: target)
            }
        case .changeDraft(let id, _, let new):
            update(id) { $0.draft = new }
        case .changeCut(let id, _, let new):
            update(id) { $0.cut = new }
        case .selectTake(let id, _, let new):
            update(id) { $0.selectedTake = new }
        case .changeMusic(_, let new):
            music = new
        case .several(let edits, _):
            for edit in edits { carryOut(edit) }
        }
    }

    private mutating func update(_ id: Shot.ID, _ change: (inout Shot) -> Void) {
        if let index = index(of: id) { change(&shots[index]) }
    }
}
