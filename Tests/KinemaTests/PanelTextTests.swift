import Editor
import Testing

@testable import Kinema

struct PanelTextTests {
    @Test func `How panels are is read back as it was written`() {
        let layouts = [
            PanelLayout(),
            PanelLayout(sizes: PanelSizes(presets: 30, timeline: 12), hidden: [.prompt]),
            PanelLayout(hidden: [.presets, .prompt, .timeline]),
        ]
        for layout in layouts { #expect(PanelLayout(text: layout.text) == layout) }
    }

    @Test(arguments: [
        "", "presets", "presets=", "presets=x", "presets=-4", "presets=99999", "hidden=preview",
        "hidden=all", "= = =", "\u{1B}[2J",
    ])
    func `What makes no sense is as usual`(text: String) {
        #expect(PanelLayout(text: text) == PanelLayout())
    }
}
