import Editor
import Editorial
import Foundation
import Input
import Motion
import Terminal
import Workspace

/// What the editor opens: the last project, or a demo the first time.
struct Opening {
    let workspace: LocalWorkspace
    let places: Places

    /// Reads what the first screen shows; `isWhole` says whether the takes of
    /// all shots are read, and not only those of the first, which is seen.
    func load(isWhole: Bool) throws -> OpenedProject {
        if let last = try workspace.lastProject(),
            let (project, history) = try workspace.project(last)
        {
            return OpenedProject(
                project: project,
                history: history,
                takes: try isWhole
                    ? workspace.takes(of: last)
                    : project.shots.first.map { try workspace.takes(of: $0.id) } ?? [],
                frameNames: try workspace.frameNames(of: project),
                panels: try workspace.panels(of: last).map { PanelLayout(text: $0) }
            )
        }
        return try demo()
    }

    private func demo() throws -> OpenedProject {
        var ids = IdentifierSource(seed: .random(in: .min ... .max), now: Wiring.timestamp)
        var draft = Draft(
            prompt: "A rocket stands at the pad at first light, long exposure, "
                + "low mist over still water"
        )
        var name = "pad"
        if let picture = places.demoPicture {
            draft.startFrame = try PictureImport(workspace: workspace).adopt(picture.path).id
            name = "rocket"
        }
        let shot = Shot(id: ids.identifier(), name: name, draft: draft)
        let project = Project(id: ids.identifier(), name: "Launch at dawn", shots: [shot])
        try workspace.save(project, history: EditHistory(), openedAt: Wiring.timestamp)
        return OpenedProject(
            project: project,
            history: EditHistory(),
            takes: [],
            frameNames: try workspace.frameNames(of: project),
            isFirst: true
        )
    }
}

/// A project with all that the editor needs of it.
struct OpenedProject: Sendable {
    let project: Project
    let history: EditHistory
    let takes: [Take]
    /// What its start and end frames are called.
    let frameNames: [Asset.ID: String]
    /// How its panels were left; nil where they never were changed.
    var panels: PanelLayout?
    /// Whether nobody has seen Kinema here before.
    var isFirst = false

    /// The presets without which the shot that is seen first cannot be shown.
    var firstPresets: [String] { project.shots.first?.draft.motions.map(\.preset) ?? [] }

    func state(
        presets: PresetLibrary,
        favourites: Set<String>,
        size: CellSize
    ) -> EditorState {
        var state = EditorState(
            project: project,
            history: history,
            takes: takes,
            presets: presets,
            favourites: favourites,
            size: size,
            seed: .random(in: .min ... .max),
            now: Wiring.timestamp,
            measure: TextMeasure { String($0).cellWidth }
        )
        state.frameNames = frameNames
        if isFirst { state.tour = .first }
        return state
    }
}
