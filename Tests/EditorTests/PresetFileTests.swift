import Editorial
import Input
import Motion
import Testing

@testable import Editor

struct PresetFileTests {
    private func fixture() -> EditorState {
        var state = EditorState.fixture(focus: .presets)
        let slow = Preset(id: "slow-push", name: "Slow Push")
        let presets = PresetLibrary(state.presets.presets + [slow])
        _ = reduce(&state, .presetsChanged(presets, own: ["slow-push"]))
        return state
    }

    @Test func `A person's own presets stand under a heading of their own`() {
        let state = fixture()
        #expect(state.presetRows.suffix(2).map(\.section) == [.mine, .mine])
        #expect(!state.presetRows.contains { $0.id == .preset("slow-push", .camera) })
    }

    @Test func `What came with Kinema is copied before it is edited or deleted`() {
        var state = fixture()
        state.keys("j")
        #expect(state.keys("e") == [])
        #expect(state.notice?.text.contains("came with Kinema; d makes a copy") == true)
        #expect(state.keys("D") == [])
        state.keys("d")
        let effects = state.keys("enter")
        #expect(
            effects == [.copyPreset("dolly-in", as: "dolly-in-copy", named: "Dolly In copy")]
        )
    }

    @Test func `A copy is under the cursor once it has come in`() {
        var state = fixture()
        state.keys("j", "d", "enter")
        let copy = Preset(id: "dolly-in-copy", name: "Dolly In copy")
        let presets = PresetLibrary(state.presets.presets + [copy])
        _ = reduce(&state, .presetsChanged(presets, own: ["slow-push", "dolly-in-copy"]))
        #expect(state.presetList.selection == .preset("dolly-in-copy", .mine))
    }

    @Test func `A second copy is offered another name`() {
        var state = fixture()
        let copy = Preset(id: "dolly-in-copy", name: "Dolly In copy")
        let presets = PresetLibrary(state.presets.presets + [copy])
        _ = reduce(&state, .presetsChanged(presets, own: ["dolly-in-copy"]))
        state.keys("j", "d")
        #expect(state.popup?.field?.text == "Dolly In copy 2")
    }

    @Test func `A preset of one's own is deleted at once and put back by a key`() {
        var state = fixture()
        state.keys("G")
        #expect(state.keys("D") == [.removePreset("slow-push", true)])
        #expect(state.presets["slow-push"] == nil)
        #expect(state.currentPreset != nil)
        #expect(state.keys("p") == [.removePreset("slow-push", false)])
        #expect(state.keys("p") == [])
    }

    @Test func `Deleting says which shots go without it`() {
        var state = fixture()
        state.keys("G", "enter", "D")
        #expect(state.notice?.text.hasSuffix("A shot uses it.") == true)
    }

    @Test func `What comes back from the editor is kept by the file's id`() {
        var state = fixture()
        state.keys("G")
        #expect(state.keys("e") == [.editPreset("slow-push")])
        let effects = reduce(&state, .presetEdited("id: slow-push", id: "slow-push"))
        #expect(effects == [.keepPreset("slow-push", "id: slow-push")])
    }

    @Test func `Presets come in from a path, and go out to one`() {
        var state = fixture()
        state.keys("j", "E")
        #expect(state.keys("enter") == [.exportPreset("dolly-in", path: "~/dolly-in.yaml")])
        state.keys("I")
        state.write("'/a b/c.yaml'")
        #expect(state.keys("enter") == [.importPreset(path: "/a b/c.yaml")])
    }

    @Test func `What was chosen is recent once the panel is left, the newest first`() {
        var state = fixture()
        state.keys("j", "enter", "j", "enter")
        #expect(state.presetRows.first?.section == .camera)
        state.keys("tab")
        #expect(state.presetList.recent == ["dolly-out", "dolly-in"])
        #expect(state.presetRows.first?.section == .recent)
        state.keys("shift-tab")
        #expect(state.currentPreset?.preset.id == "dolly-out")
    }

    @Test func `A project that is opened has the presets of its newest takes as recent`() {
        var state = fixture()
        state.keys("j", "enter", "g")
        let again = EditorState(
            project: state.project,
            takes: state.takes,
            presets: state.presets,
            size: state.size,
            seed: 1,
            now: state.now
        )
        #expect(again.presetList.recent == ["dolly-in"])
    }
}
