import Editorial
import Input
import Testing

@testable import Editor

/// The pixel probe, and presets over the whole screen.
struct ProbeTests {
    @Test func `The probe is set, moved by keys and the pointer, and taken away`() {
        var state = EditorState.fixture(focus: .preview)
        state.keys("shift-left")
        #expect(state.notice?.text == "There is no probe; p in the preview sets one.")
        state.keys("p", "shift-left", "shift-down")
        #expect(state.probe?.x == 495)
        #expect(state.probe?.y == 508)
        #expect(state.previewRequest.probe == state.probe)
        state.viewport.picture = CellRect(column: 10, row: 5, columns: 40, rows: 10)
        let move = PointerEvent(
            kind: .move,
            button: .none,
            position: CellPoint(column: 20, row: 5)
        )
        _ = reduce(&state, .pressed(.picture, move))
        #expect(state.probe?.x == 263)
        #expect(state.probe?.y == 50)
        state.keys("p")
        #expect(state.previewRequest.probe == nil)
    }

    @Test func `A probe never leaves the picture`() {
        var probe = PictureProbe(x: 7, y: -.infinity)
        #expect(probe.pixel(width: 10, height: 10) == (9, 5))
        probe.move(x: 5000, y: -5000)
        #expect(probe.pixel(width: 3, height: 3) == (2, 0))
    }

    @Test(arguments: [
        (UInt8(0), 0.0), (10, 0.003035), (128, 0.215861), (188, 0.502886), (255, 1),
    ])
    func `Codes are told in linear light as the standard has it`(code: UInt8, light: Double) {
        let reading = ProbeReading(probe: PictureProbe(), red: code, green: code, blue: code)
        #expect(abs(reading.linear.green - light) < 1e-5)
        #expect(abs(reading.luminance - light) < 1e-5)
    }

    @Test func `Presets are tried on over the whole screen, one after the other`() throws {
        var state = EditorState.fixture(focus: .presets)
        state.keys("o")
        #expect(state.isPresetLarge)
        let first = try #require(state.auditioned)
        state.keys("j")
        #expect(state.auditioned != first)
        #expect(state.isPresetLarge)
        state.keys("enter")
        #expect(!state.isPresetLarge)
        #expect(state.draft.motions.count == 1)
        state.keys("j", "o", "esc")
        #expect(!state.isPresetLarge)
        state.keys("o", "tab")
        #expect(!state.isPresetLarge)
    }
}
