import Editor
import Editorial
import Foundation
import Workspace

/// Reads, makes, copies and puts away projects.
struct ProjectDesk {
    let wiring: Wiring
    let workspace: LocalWorkspace

    /// Carries out an effect that is about projects; `tell` takes what came of it.
    func carryOut(_ effect: Effect, tell: (Action) -> Void) throws {
        switch effect {
        case .listProjects: tell(.projectsChanged(try items()))
        case .openProject(let id): tell(.projectOpened(try open(id)))
        case .createProject(let project):
            try workspace.save(project, history: EditHistory(), openedAt: Wiring.timestamp)
        case .nameProject(let id, let name): try workspace.rename(id, to: name)
        case .duplicateProject(let id, let copy, let name):
            try duplicate(id, as: copy, named: name)
        case .archiveProject(let id, let isAway):
            try workspace.archive(id, at: isAway ? Wiring.timestamp : nil)
        case .deleteProject(let id, let isGone):
            try workspace.delete(id, at: isGone ? Wiring.timestamp : nil)
        default: preconditionFailure("Only effects about projects come here.")
        }
    }

    private func items() throws -> [ProjectItem] {
        let drafts = try workspace.firstDrafts()
        return try workspace.projects().map { summary in
            ProjectItem(
                id: summary.id,
                name: summary.name,
                shotCount: summary.shotCount,
                takeCount: summary.takeCount,
                openedAt: summary.openedAt,
                archivedAt: summary.archivedAt,
                draft: drafts[summary.id] ?? Draft()
            )
        }
    }

    private func open(_ id: Project.ID) throws -> OpenedState {
        guard let (project, history) = try workspace.project(id) else {
            throw Complaint("The project is no longer in the workspace; choose another.")
        }
        return OpenedState(
            project: project,
            history: history,
            takes: try workspace.takes(of: id),
            frameNames: try workspace.frameNames(of: project),
            panels: try workspace.panels(of: id).map { PanelLayout(text: $0) }
        )
    }

    /// The copy is saved a moment before the original was opened, so that the
    /// original stays the one to come back to.
    private func duplicate(_ id: Project.ID, as copy: Project.ID, named name: String) throws {
        guard var (project, _) = try workspace.project(id) else { return }
        var ids = IdentifierSource(seed: .random(in: .min ... .max), now: Wiring.timestamp)
        project.id = copy
        project.name = name
        for index in project.shots.indices {
            project.shots[index].id = ids.identifier()
            project.shots[index].selectedTake = nil
        }
        try workspace.save(project, history: EditHistory(), openedAt: Wiring.timestamp)
    }
}

extension LocalWorkspace {
    /// Returns what the start and end frames of a project were called when they came in.
    func frameNames(of project: Project) throws -> [Asset.ID: String] {
        let frames = project.shots.flatMap { [$0.draft.startFrame, $0.draft.endFrame] }
        return try assets.names(of: Array(Set(frames.compactMap(\.self))))
    }
}
