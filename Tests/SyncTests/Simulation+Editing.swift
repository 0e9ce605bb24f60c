import Editorial
import ServiceFixtures
import Workspace

extension Simulation {
    func shot(_ name: String) -> Shot {
        Shot(id: random.identifier(), name: name, draft: Draft(prompt: name))
    }

    /// Does something that the projects screen does.
    func steer(_ film: Project.ID, on machine: SimulatedMachine) throws {
        let time = Timestamp(milliseconds: clock.read())
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try machine.workspace.archive(film, at: chance(50) ? time : nil)
        case 1: try machine.workspace.delete(film, at: chance(50) ? time : nil)
        default: try machine.workspace.setFavourite("preset-\(random.next() % 3)", chance(50))
        }
    }

    /// Changes something of the film as the editor does, or takes back what was done.
    func change(_ film: inout EditedProject) {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: if let edit = film.history.undo() { film.project.apply(edit) }
        case 1: if let edit = film.history.redo() { film.project.apply(edit) }
        default:
            let edit = edit(of: film.project)
            if film.project.apply(edit) { film.history.record(edit) }
        }
    }

    private func edit(of film: Project) -> Edit {
        let word = "\(random.next() % 1000)"
        let places = 0...film.shots.count
        guard let place = film.shots.indices.randomElement(using: &random) else {
            return .insertShot(shot(word), at: 0)
        }
        let shot = film.shots[place]
        var draft = shot.draft
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return .renameProject(from: film.name, to: word)
        case 1: return .insertShot(self.shot(word), at: Int.random(in: places, using: &random))
        case 2: return .removeShot(shot, at: place)
        case 3:
            return .moveShot(
                from: place,
                to: Int.random(in: film.shots.indices, using: &random)
            )
        case 4: return .renameShot(shot.id, from: shot.name, to: word)
        case 5: draft.seed = UInt32(random.next() % 9)
        case 6: draft.startFrame = chance(50) ? nil : Asset.ID(String(repeating: "a", count: 64))
        default: draft.prompt = word
        }
        return .changeDraft(shot.id, from: shot.draft, to: draft)
    }
}
