import Editorial
import Input
import Testing

@testable import Editor

struct KeymapTests {
    @Test func `No key of the standard map is bound twice in one place`() {
        #expect(Keymap.standard.conflicts == [])
    }

    @Test func `A key that is bound twice is found and told`() {
        let keymap = Keymap([
            Keymap.Binding(context: .global, keys: "g", command: "take.generate"),
            Keymap.Binding(context: .timeline, keys: "g", command: "shot.add"),
            Keymap.Binding(context: .global, keys: "g", command: "program.quit"),
        ])
        #expect(keymap.conflicts.map(\.commands) == [["take.generate", "program.quit"]])
        #expect(
            keymap.conflicts.first?.description
                == "g is bound to “take.generate” and “program.quit” in global; keep one of them."
        )
    }

    @Test func `Every binding names a command`() {
        let unknown = Keymap.standard.bindings.filter { Command[$0.command] == nil }
        #expect(unknown == [])
    }

    @Test func `Every command has a title, a hint and a sentence of help, and an id of its own`() {
        for command in Command.all {
            #expect(!command.title.isEmpty && !command.hint.isEmpty)
            #expect(command.help.hasSuffix("."), "\(command.id)")
            #expect(command.id.name.split(separator: ".").count == 2)
        }
        #expect(Set(Command.all.map(\.id)).count == Command.all.count)
    }

    @Test func `Every command is reached by a key or in the palette`() {
        let bound = Set(Keymap.standard.bindings.map(\.command))
        let lost = Command.all.filter { !$0.isListed && !bound.contains($0.id) }.map(\.id)
        #expect(lost == [])
    }

    @Test func `No printing key is a command where text is written`() {
        let contexts: Set<Keymap.Context> = [
            .anywhere, .insert, .promptText, .filter, .commandLine, .palette, .question,
        ]
        let stolen = Keymap.standard.bindings.filter { binding in
            if case .chord(let chord) = binding.keys.steps[0], case .character = chord.key,
                chord.modifiers.isEmpty
            {
                return contexts.contains(binding.context)
            }
            return false
        }
        #expect(stolen == [])
    }

    @Test(arguments: Panel.allCases)
    func `The status line teaches up to six keys that do what they say`(_ panel: Panel) {
        let state = EditorState.fixture(focus: panel)
        let hints = state.statusHints
        #expect((4...6).contains(hints.count))
        #expect(Set(hints.map(\.keys)).count == hints.count)
        for hint in hints {
            let command = hint.keys.chord.flatMap {
                state.keymap.command(for: $0, in: state.contexts, facts: state.facts)
            }
            #expect(command.flatMap { Command[$0] }?.hint == hint.word)
        }
    }

    @Test func `Hints leave out what cannot be done`() {
        var state = EditorState.fixture(focus: .timeline)
        #expect(!state.statusHints.map(\.word).contains("cancel"))
        state.keys("g")
        #expect(state.statusHints.map(\.word).contains("cancel"))
    }

    @Test func `The panel’s meaning of a key goes before the general one`() {
        var state = EditorState.fixture(focus: .presets)
        #expect(state.keymap.command(for: "enter", in: state.contexts) == "preset.toggle")
        state.focus = .timeline
        #expect(state.keymap.command(for: "enter", in: state.contexts) == "take.details")
        let chords = state.keymap.bindings(for: state).map(\.keys)
        #expect(Set(chords).count == chords.count)
    }

    @Test func `Panels follow one another round, and function keys go straight`() {
        var state = EditorState.fixture(focus: .presets)
        state.keys("tab", "tab", "tab", "tab")
        #expect(state.focus == .presets)
        state.keys("shift-tab")
        #expect(state.focus == .timeline)
        state.keys("f2", "z")
        #expect(state.focus == .preview)
        #expect(state.isZoomed)
    }
}
