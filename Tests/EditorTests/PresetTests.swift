import Editorial
import Input
import Motion
import Testing

@testable import Editor

struct PresetTests {
    @Test func `Moving onto a preset tries it on in the preview and plays it`() {
        var state = EditorState.fixture(focus: .presets)
        let effects = state.keys("j")
        #expect(effects == [])
        #expect(state.auditioned == "dolly-in")
        #expect(state.playback.isPlaying)
        var tried = state.draft
        tried.motions = [MotionChoice(preset: "dolly-in")]
        #expect(state.previewRequest.content == .shot(draft: tried))
        #expect(state.draft.motions.isEmpty)
    }

    @Test func `Enter takes the preset into the motion as one edit that is saved`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j")
        let effects = state.keys("enter")
        #expect(state.motions == ["dolly-in"])
        #expect(state.auditioned == nil)
        #expect(effects == [.save(state.project, state.history)])
        #expect(state.history.edits.count == 1)
    }

    @Test func `Enter on a chosen preset takes it out again`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j", "enter", "enter")
        #expect(state.motions == [])
    }

    @Test func `A fourth preset is refused in words`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("enter", "j", "enter", "j", "enter")
        let effects = state.keys("j", "enter")
        #expect(state.motions.count == 3)
        #expect(effects == [])
        #expect(state.notice?.text.contains("up to three") == true)
    }

    @Test func `Leaving the panel shows the shot as it is`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j", "tab")
        #expect(state.auditioned == nil)
        #expect(!state.playback.isPlaying)
        #expect(state.previewRequest.content == .shot(draft: state.draft))
    }

    @Test func `Strength steps by twentieths and stays within 0 and 1`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j", "]")
        #expect(state.currentPreset?.strength == 0.65)
        for _ in 0..<30 { state.keys("]") }
        #expect(state.currentPreset?.strength == 1)
        for _ in 0..<30 { state.keys("[") }
        #expect(state.currentPreset?.strength == 0)
        #expect(state.history.edits.isEmpty)
    }

    @Test func `Strengthening a chosen preset is one edit however often the key is pressed`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j", "enter", "]", "]", "]")
        #expect(state.draft.motions == [MotionChoice(preset: "dolly-in", strength: 0.75)])
        #expect(state.history.edits.count == 2)
    }

    @Test func `A preset that is taken out keeps its strength for the next time`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("enter", "]", "enter", "enter")
        #expect(state.draft.motions.map(\.strength) == [0.65])
    }

    @Test func `A star is set at once and recorded outside`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("j")
        #expect(state.keys("s") == [.setFavourite("dolly-in", true)])
        #expect(state.presetRows.first?.section == .favourites)
        #expect(state.currentPreset?.isFavourite == true)
        #expect(state.keys("s") == [.setFavourite("dolly-in", false)])
        #expect(state.favourites.isEmpty)
    }

    @Test func `Taking the star away in the favourites leaves the cursor on a row`() {
        var state = EditorState.fixture(focus: .presets, favourites: ["dolly-in", "handheld"])
        state.keys("home", "j")
        #expect(state.presetList.selection == .preset("dolly-in", .favourites))
        state.keys("s")
        #expect(state.presetList.selection == .preset("handheld", .favourites))
        #expect(state.auditioned == nil)
    }

    @Test func `Sections with nothing in them have no row`() {
        let state = EditorState.fixture()
        #expect(state.presetRows.map(\.section).allSatisfy { $0 == .camera })
        #expect(state.presetRows.count == 7)
    }

    @Test func `Folding hides the presets and keeps their count`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("h", "h")
        let header = PresetHeader(section: .camera, count: 6, isCollapsed: true)
        #expect(state.presetRows == [.header(header)])
        state.keys("l")
        #expect(state.presetRows.count == 7)
    }

    @Test func `Filtering puts the cursor on the best match and highlights it`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("/")
        state.write("dol")
        #expect(state.mode == .insert)
        #expect(state.currentPreset?.preset.id == "dolly-in")
        #expect(state.currentPreset?.highlights == [0, 1, 2])
        #expect(state.auditioned == "dolly-in")
        #expect(state.presetCount == (3, 6))
        let names = state.presetRows.compactMap { $0.item?.preset.name }
        #expect(names == ["Dolly In", "Dolly Out", "Super Dolly In"])
    }

    @Test func `A tag finds a preset too`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("/")
        state.write("intimate")
        #expect(state.presetRows.compactMap { $0.item?.preset.id } == ["dolly-in"])
    }

    @Test func `Escape clears the filter and keeps the preset under the cursor`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("/")
        state.write("orb")
        state.keys("esc")
        #expect(state.presetList.filter.isEmpty)
        #expect(state.mode == .normal)
        #expect(state.currentPreset?.preset.id == "orbit-left")
    }

    @Test func `A filter that finds nothing leaves nothing to choose`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("/")
        state.write("xyz")
        state.keys("enter", "enter")
        #expect(state.presetRows.isEmpty)
        #expect(state.notice?.text == "There are no presets here.")
    }

    @Test func `The ends and pages of the list are a key away`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("G")
        #expect(state.presetCursor == 6)
        state.keys("home")
        #expect(state.presetCursor == 0)
        _ = reduce(&state, .laidOut(Viewport(presetRows: 4)))
        state.keys("pagedown")
        #expect(state.presetCursor == 4)
    }

    @Test func `A preset library with nothing in it can be walked about in`() {
        var state = EditorState.fixture(focus: .presets)
        state.presets = PresetLibrary([])
        state.keys("j", "k", "G", "home", "]", "s", "enter", "h", "l", "/", "a", "esc")
        #expect(state.presetCursor == nil)
        #expect(state.motions == [])
    }
}
