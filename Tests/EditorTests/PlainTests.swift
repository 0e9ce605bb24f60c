import Editorial
import Input
import Testing

@testable import Editor

struct PlainTests {
    @Test func `Where one is, is told in sentences that need no screen`() {
        let state = EditorState.fixture()
        let lines = state.spokenState
        #expect(lines[0] == "Project “Harbour”, shot 1 of 1, “Shot 1”.")
        #expect(lines.contains("Style: Cinematic."))
        #expect(lines.contains("Seed: 4711."))
        #expect(lines.contains("No takes yet."))
        #expect(lines.last == "Ready to generate.")
    }

    @Test func `Steps are told with how far they are`() {
        var state = EditorState.fixture()
        state.keys("esc", "g")
        state.takes[0].steps[0].state = .completed(seconds: 0.8)
        state.takes[0].steps[1].state = .running(
            progress: 0.42,
            startedAt: Timestamp(milliseconds: 0)
        )
        #expect(
            state.spokenTakes == [
                "Take 1: image done in 0.8 seconds, video running, 42 percent, post waiting."
            ]
        )
    }

    @Test func `A list is answered with a number`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .replied("style.choose"))
        #expect(state.spokenPopup[1] == "1. Cinematic, chosen now")
        _ = reduce(&state, .replied("3"))
        #expect(state.draft.style == .noir)
        #expect(state.popup == nil)
    }

    @Test func `A list is left with nothing, and for another command`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .replied("style.choose"))
        _ = reduce(&state, .replied(""))
        #expect(state.notice?.text == "Nothing is changed.")
        _ = reduce(&state, .replied("style.choose"))
        _ = reduce(&state, .replied("seed 9"))
        #expect(state.popup == nil)
        #expect(state.draft.seed == 9)
    }

    @Test func `A question is asked again with the reason until it is answered`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .replied("duration.choose"))
        _ = reduce(&state, .replied("ninety"))
        #expect(state.spokenPopup.first == EditorState.durationAdvice)
        _ = reduce(&state, .replied("2.5"))
        #expect(state.draft.duration == RationalTime(5, 2))
    }

    @Test func `The prompt is written as a line`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .replied("prompt a paper boat"))
        #expect(state.draft.prompt == "a paper boat")
    }
}

struct ManualTests {
    @Test func `The manual finds what one wants to do, and the command for it`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .entered("manual compare"))
        #expect(state.manualRows.first?.title == "Compare takes")
        _ = reduce(&state, .entered("manual redo"))
        #expect(state.manualRows.contains { $0.title == "Redo" && $0.keys.contains("ctrl-r") })
    }

    @Test func `A key that several panels have for the same is told once`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .entered("manual"))
        for page in state.manualRows {
            let keys = page.keys.split(separator: "  ")
            #expect(Set(keys).count == keys.count, "\(page.title): \(page.keys)")
        }
    }

    @Test func `What is typed in the manual searches it, from the top`() {
        var state = EditorState.fixture()
        state.keys("esc")
        _ = reduce(&state, .run("manual.open"))
        state.keys("down", "down")
        state.write("snippet")
        guard case .manual(let manual) = state.popup else {
            Issue.record("The manual is closed.")
            return
        }
        #expect(manual.selection == 0)
        #expect(state.manualRows.first?.title == "Put a snippet in")
        state.write(" zzz")
        #expect(state.manualRows.isEmpty)
        state.keys("enter")
        #expect(state.popup == nil)
    }

    @Test func `Every page of the manual says something in whole sentences`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .run("manual.open"))
        #expect(state.manualRows.count > 100)
        #expect(state.manualRows.allSatisfy { $0.text.hasSuffix(".") && !$0.title.isEmpty })
    }
}
