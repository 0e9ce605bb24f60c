import Editorial
import Generation
import Input
import Testing

@testable import Editor

struct GuidesTests {
    @Test func `Guides are part of what the preview asks for`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("t", "a", "A")
        #expect(state.previewRequest.guides.hasThirds)
        #expect(state.previewRequest.guides.hasSafeAreas)
        #expect(state.previewRequest.guides.mask == Aspect(21, 9))
        state.keys("A", "A", "A", "A")
        #expect(state.previewRequest.guides.mask == nil)
    }

    @Test func `Scopes follow one another and then there is none`() {
        var state = EditorState.fixture(focus: .preview)
        var seen: [Scope?] = []
        for _ in 0...Scope.allCases.count {
            state.keys("s")
            seen.append(state.previewRequest.scope)
        }
        #expect(seen == [.histogram, .waveform, .parade, .vectorscope, nil])
    }

    @Test func `With no other take there is nothing to compare with`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("w")
        #expect(state.notice?.text == "There is no other take with a film to compare with.")
    }

    @Test func `The live shot is compared with a take: wiped, beside, and less it`() {
        var state = EditorState.fixture(focus: .preview)
        let take = state.finishTake()
        state.focus = .preview
        state.playback.content = .shot
        state.keys("w")
        #expect(state.previewRequest.other?.comparison == Comparison(mode: .wipe, take: take))
        state.keys("3", "]")
        #expect(state.comparison?.place == 65)
        state.keys("w")
        #expect(state.comparison?.mode == .sideBySide)
        state.keys("w", "w")
        #expect(state.previewRequest.other == nil)
    }

    @Test func `Takes in a batch differ by their seed, and the first has the shot’s own`() {
        var state = EditorState.fixture()
        let effects = state.enter("takes 3")
        #expect(effects.count == 1)
        let seeds = effects.orders.map(\.draft.seed)
        #expect(seeds.count == 3)
        #expect(seeds.first == state.draft.seed)
        #expect(Set(seeds).count == 3)
        #expect(state.enter("takes 900") == [])
    }

    @Test func `A take is asked for with each preset that is named`() {
        var state = EditorState.fixture()
        let effects = state.enter("try dolly-in, Handheld")
        let presets = effects.orders.map(\.draft.motions[0].preset)
        #expect(presets == ["dolly-in", "handheld"])
        #expect(state.motions == [])
        #expect(state.enter("try nothing-such") == [])
    }
}
