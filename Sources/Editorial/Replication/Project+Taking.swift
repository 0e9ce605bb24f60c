extension Project {
    /// Returns this project with what changed between two states of it changed here too.
    ///
    /// What did not change between them stays as it is here. Shots that moved
    /// stand after the one that they were put after.
    func taking(_ before: Project, to after: Project) -> Project {
        var result = self
        if before.name != after.name { result.name = after.name }
        if before.music != after.music { result.music = after.music }
        let kept = Set(after.shots.map(\.id))
        result.shots.removeAll { !kept.contains($0.id) && before[shot: $0.id] != nil }
        for (place, shot) in after.shots.enumerated() {
            guard let old = before[shot: shot.id], old != shot else { continue }
            if let index = result.index(of: shot.id) {
                result.shots[index] = result.shots[index].taking(old, to: shot)
            } else {
                result.place(shot, after: after.shots[..<place])
            }
        }
        result.order(as: after, since: before)
        return result
    }

    /// Brings in the shots that are new, and puts where they belong those that moved.
    private mutating func order(as after: Project, since before: Project) {
        let difference = after.shots.map(\.id).difference(from: before.shots.map(\.id))
        for case .insert(let place, let id, _) in difference.insertions {
            let isNew = before[shot: id] == nil
            let present = index(of: id).map { shots.remove(at: $0) }
            guard let shot = present ?? (isNew ? after.shots[place] : nil) else { continue }
            self.place(shot, after: after.shots[..<place])
        }
    }

    /// Puts a shot in after the nearest of its predecessors that is here.
    private mutating func place(_ shot: Shot, after predecessors: ArraySlice<Shot>) {
        for predecessor in predecessors.reversed() {
            guard let index = index(of: predecessor.id) else { continue }
            return shots.insert(shot, at: index + 1)
        }
        shots.insert(shot, at: 0)
    }
}

extension Shot {
    fileprivate func taking(_ before: Shot, to after: Shot) -> Shot {
        var result = self
        if before.name != after.name { result.name = after.name }
        if before.cut != after.cut { result.cut = after.cut }
        if before.selectedTake != after.selectedTake { result.selectedTake = after.selectedTake }
        result.draft = draft.taking(before.draft, to: after.draft)
        return result
    }
}
