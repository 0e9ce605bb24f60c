import Editorial
import Input
import Testing

@testable import Editor

struct SettingsScreenTests {
    private func opened() -> EditorState {
        var state = EditorState.fixture()
        state.settingsFacts.places = [
            .init(name: "Workspace", path: "~/w", origin: "KINEMA_HOME", help: "Here.")
        ]
        state.keys("esc", "f8")
        return state
    }

    @Test func `Every setting says where its value comes from`() {
        var state = opened()
        #expect(state.settingsRows.allSatisfy { !$0.origin.isEmpty || $0.subject == .keymap })
        state.keys("j")
        #expect(state.currentSetting?.origin == "usual")
        let effects = state.keys("enter")
        #expect(state.currentSetting?.origin == "chosen here")
        #expect(state.isMotionReduced)
        #expect(effects == [.remember(state.settings)])
        state.keys("x")
        #expect(!state.isMotionReduced)
    }

    @Test func `What the environment says is not changed here`() {
        var state = opened()
        state.settingsFacts.motionOrigin = "KINEMA_REDUCED_MOTION"
        state.keys("j")
        #expect(state.keys("enter") == [])
        #expect(state.notice?.text == "Set it where it says that it comes from.")
        #expect(state.isMotionReduced)
    }

    @Test func `New projects begin with what was chosen for them`() {
        var state = opened()
        state.keys("j", "j", "j", "j", "j", "enter")
        #expect(state.choiceRows.contains { $0.title == "1080p" })
        state.keys("j", "enter")
        #expect(state.settings.newShots.shortSide == 1080)
        let effects = state.createProject(ProjectTemplate.all[0])
        guard case .createProject(let project)? = effects.first else {
            Issue.record("No project was made.")
            return
        }
        #expect(project.shots[0].draft.shortSide == 1080)
    }

    @Test func `Screens follow one another, and escape leads back`() {
        var state = EditorState.fixture()
        state.keys("esc", "f5", "tab", "tab", "tab")
        #expect(state.screen == .settings)
        state.keys("shift-tab")
        #expect(state.screen == .queue)
        state.keys("esc")
        #expect(state.screen == .editor)
    }
}
