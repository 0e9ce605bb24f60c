extension Project {
    /// Returns the edits that make another state of this project of it, in order.
    ///
    /// Applied one after the other they give that state, and inverted they
    /// give this one back.
    package func edits(to target: Project) -> [Edit] {
        var edits: [Edit] = []
        var work = self
        func carry(_ edit: Edit) {
            edits.append(edit)
            work.apply(edit)
        }
        if name != target.name { carry(.renameProject(from: name, to: target.name)) }
        if music != target.music { carry(.changeMusic(from: music, to: target.music)) }
        let kept = Set(target.shots.map(\.id))
        for shot in shots where !kept.contains(shot.id) {
            guard let place = work.index(of: shot.id) else { continue }
            carry(.removeShot(shot, at: place))
        }
        for (place, shot) in target.shots.enumerated() {
            guard let origin = work.index(of: shot.id) else {
                carry(.insertShot(shot, at: place))
                continue
            }
            if origin != place { carry(.moveShot(from: origin, to: place)) }
            for edit in work.shots[place].edits(to: shot) { carry(edit) }
        }
        return edits
    }
}

extension Shot {
    fileprivate func edits(to target: Shot) -> [Edit] {
        var edits: [Edit] = []
        if name != target.name { edits.append(.renameShot(id, from: name, to: target.name)) }
        if draft != target.draft { edits.append(.changeDraft(id, from: draft, to: target.draft)) }
        if cut != target.cut { edits.append(.changeCut(id, from: cut, to: target.cut)) }
        if selectedTake != target.selectedTake {
            edits.append(.selectTake(id, from: selectedTake, to: target.selectedTake))
        }
        return edits
    }
}
