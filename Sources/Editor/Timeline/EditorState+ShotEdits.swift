import Editorial

extension EditorState {
    /// Selects the shot that many places further on, as far as there are any.
    mutating func selectShot(by places: Int) {
        let place = min(max(0, shotIndex + places), project.shots.count - 1)
        select(project.shots[place].id)
    }

    /// Adds a shot after the selected one, with its format but no prompt.
    mutating func addShot() -> [Effect] {
        var fresh = Draft(
            style: draft.style,
            aspect: draft.aspect,
            duration: draft.duration,
            frameRate: draft.frameRate,
            shortSide: draft.shortSide,
            model: draft.model
        )
        fresh.seed = UInt32(truncatingIfNeeded: ids.next())
        let shot = Shot(id: ids.identifier(), name: unusedName, draft: fresh)
        return insert(shot)
    }

    mutating func duplicateShot() -> [Effect] {
        insert(
            Shot(
                id: ids.identifier(),
                name: unusedName(like: shot.name),
                draft: draft,
                cut: shot.cut
            )
        )
    }

    private mutating func insert(_ shot: Shot) -> [Effect] {
        let effects = apply(.insertShot(shot, at: shotIndex + 1))
        select(shot.id)
        return effects
    }

    mutating func deleteShot() -> [Effect] {
        guard project.shots.count > 1 else { return [] }
        let gone = shot
        let effects = apply(.removeShot(gone, at: shotIndex))
        say("Deleted “\(gone.name)”; undo brings it back.")
        return effects
    }

    mutating func moveShot(by places: Int) -> [Effect] {
        let target = min(max(0, shotIndex + places), project.shots.count - 1)
        return target == shotIndex ? [] : apply(.moveShot(from: shotIndex, to: target))
    }

    mutating func rename(_ id: Shot.ID, to name: String) -> [Effect] {
        guard let old = project[shot: id]?.name, old != name else { return [] }
        return apply(.renameShot(id, from: old, to: name))
    }

    mutating func renameProject(to name: String) -> [Effect] {
        name == project.name ? [] : apply(.renameProject(from: project.name, to: name))
    }

    /// The first of Shot 1, Shot 2, … past the number of shots that no shot has.
    private var unusedName: String {
        let names = Set(project.shots.map(\.name))
        var number = project.shots.count + 1
        while names.contains("Shot \(number)") { number += 1 }
        return "Shot \(number)"
    }

    /// A shot's name with the first number that no shot has.
    func unusedName(like name: String) -> String {
        let names = Set(project.shots.map(\.name))
        let words = name.split(separator: " ")
        let isNumbered = words.count > 1 && words.last.flatMap { Int($0) } != nil
        let stem = isNumbered ? words.dropLast().joined(separator: " ") : name
        var number = 2
        while names.contains("\(stem) \(number)") { number += 1 }
        return "\(stem) \(number)"
    }
}
