import Editorial
import Input
import Testing

@testable import Editor

struct ProjectScreenTests {
    /// The screen of projects with the open one and two others.
    private func opened() -> EditorState {
        var state = EditorState.fixture()
        state.keys("esc")
        _ = reduce(&state, .run("projects.open"))
        var ids = IdentifierSource(seed: 9, now: state.now)
        let others = ["Paper boat", "Ferry"].enumerated().map { place, name in
            ProjectItem(
                id: ids.identifier(),
                name: name,
                shotCount: place + 1,
                takeCount: 0,
                openedAt: Timestamp(milliseconds: 500 - place)
            )
        }
        let own = ProjectItem(
            id: state.project.id,
            name: state.project.name,
            shotCount: 1,
            takeCount: 0,
            openedAt: state.now
        )
        _ = reduce(&state, .projectsChanged([own] + others))
        return state
    }

    @Test func `The open project has the cursor, and enter goes back to it`() {
        var state = opened()
        #expect(state.screen == .projects)
        #expect(state.currentProject?.id == state.project.id)
        #expect(state.keys("enter") == [])
        #expect(state.screen == .editor)
    }

    @Test func `Another project is opened in its place`() {
        var state = opened()
        let target = state.projectRows[1]
        #expect(state.keys("j", "enter") == [.openProject(target.id)])
        var ids = IdentifierSource(seed: 4, now: state.now)
        let shot = Shot(id: ids.identifier(), name: "One", draft: Draft(prompt: "a boat"))
        let project = Project(id: target.id, name: target.name, shots: [shot])
        let opened = OpenedState(
            project: project,
            history: EditHistory(),
            takes: [],
            frameNames: [:]
        )
        let effects = reduce(&state, .projectOpened(opened))
        #expect(state.screen == .editor)
        #expect(state.project == project)
        #expect(state.selectedShot == shot.id)
        #expect(effects == [.save(project, EditHistory())])
    }

    @Test func `What is being written stays when somebody else changes the project`() throws {
        var state = EditorState.fixture()
        let base = EditedProject(state.project, state.history)
        _ = reduce(&state, .entered("rename the gantry"))
        _ = reduce(&state, .run("commandLine.open"))
        let popup = state.popup
        var other = base
        let theirs = Edit.renameProject(from: base.project.name, to: "Sea")
        other.project.apply(theirs)
        other.history.record(theirs)
        let effects = reduce(&state, .projectChangedElsewhere(from: base, to: other))
        #expect(state.project.name == "Sea")
        #expect(state.project.shots.first?.name == "the gantry")
        #expect(state.popup == popup)
        #expect(effects == [.save(state.project, state.history)])
        _ = reduce(&state, .run("edit.undo"))
        #expect(state.project == other.project)
    }

    @Test func `What somebody else made of another project is not taken over`() {
        var state = EditorState.fixture()
        var ids = IdentifierSource(seed: 4, now: state.now)
        let other = EditedProject(
            Project(id: ids.identifier(), name: "Other", shots: []),
            EditHistory()
        )
        let before = state
        #expect(reduce(&state, .projectChangedElsewhere(from: other, to: other)) == [])
        #expect(state == before)
    }

    @Test func `A project whose every shot was removed elsewhere keeps the one that is open`() {
        var state = EditorState.fixture()
        let base = EditedProject(state.project, state.history)
        var other = base
        for shot in base.project.shots {
            let edit = Edit.removeShot(shot, at: 0)
            other.project.apply(edit)
            other.history.record(edit)
        }
        let selected = state.selectedShot
        _ = reduce(&state, .projectChangedElsewhere(from: base, to: other))
        #expect(state.project.shots.map(\.id) == [selected])
    }

    @Test func `Projects are found as one types, and sorted`() {
        var state = opened()
        state.keys("/")
        state.write("fer")
        #expect(state.projectRows.map(\.name) == ["Ferry"])
        state.keys("esc", "s")
        #expect(state.projectRows.map(\.name) == ["Ferry", "Harbour", "Paper boat"])
    }

    @Test func `A new project is made from a template and opened`() throws {
        var state = opened()
        state.keys("n", "down")
        let effects = state.keys("enter")
        guard case .createProject(let project) = try #require(effects.first) else {
            Issue.record("No project was made.")
            return
        }
        #expect(project.shots.map(\.name) == ["Where", "Who", "What happens"])
        #expect(effects.last == .openProject(project.id))
    }

    @Test func `A deleted project is brought back, and the open one stays`() {
        var state = opened()
        #expect(state.keys("D") == [])
        #expect(state.notice?.text == "“Harbour” is open; open another one first.")
        let target = state.projectRows[1].id
        #expect(state.keys("j", "D") == [.deleteProject(target, true), .listProjects])
        #expect(!state.projectRows.contains { $0.id == target })
        #expect(state.keys("u") == [.deleteProject(target, false), .listProjects])
    }

    @Test func `A project is put away and shown again on its own`() {
        var state = opened()
        let target = state.projectRows[1].id
        #expect(state.keys("j", "a") == [.archiveProject(target, true), .listProjects])
        let now = state.now
        state.browser.items?[1].archivedAt = now
        #expect(!state.projectRows.contains { $0.id == target })
        state.keys("A")
        #expect(state.projectRows.map(\.id) == [target])
    }
}
