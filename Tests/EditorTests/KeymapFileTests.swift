import Input
import PlainText
import Testing

@testable import Editor

struct KeymapFileTests {
    private func read(_ yaml: String) -> (keymap: Keymap, errors: [String]) {
        let (keymap, errors) = Keymap.standard.merging(yaml, file: "keymap.yaml")
        return (keymap, errors.map(\.description))
    }

    private func command(
        _ keys: KeyChord...,
        in context: Keymap.Context,
        of keymap: Keymap,
        facts: Set<KeyCondition.Fact> = []
    ) -> KeyMeaning {
        keymap.meaning(of: keys, in: [context], facts: facts)
    }

    @Test func `A person's own keys lie over the built-in ones`() {
        let (keymap, errors) = read(
            """
            global:
              f5: take.generate
              g: none
              z z: panel.zoom
            timeline:
              x: { command: take.cancel, when: takeRunning }
            """
        )
        #expect(errors == [])
        #expect(command("f5", in: .global, of: keymap) == .command("take.generate", letter: nil))
        #expect(command("g", in: .global, of: keymap) == .nothing)
        #expect(command("z", in: .global, of: keymap) == .prefix)
        #expect(command("z", "z", in: .global, of: keymap) == .command("panel.zoom", letter: nil))
        // The built-in meaning stands where the condition does not hold.
        #expect(command("x", in: .timeline, of: keymap) == .command("take.cancel", letter: nil))
        #expect(keymap.conflicts == [])
    }

    @Test func `Each wrong line is told with its place, and the others count`() {
        let (keymap, errors) = read(
            """
            global:
              f5: take.generat
              ctl-x: edit.undo
              f6: edit.redo
            timelin:
              x: take.cancel
            timeline:
              x: { command: take.cancel, when: takeRuning }
              y: { comand: take.cancel }
            insert:
              a: text.left
            """
        )
        #expect(
            errors == [
                "keymap.yaml:2:7: No command is called `take.generat`; "
                    + "did you mean `take.generate`?",
                "keymap.yaml:3:3: No key is spelled `ctl-x`; write one such as ctrl-g, f5, "
                    + "shift-tab, or up to four with spaces between them.",
                "keymap.yaml:5:1: `timelin` is not a place for keys; did you mean `timeline`?",
                "keymap.yaml:8:36: `takeRuning` is not a condition; did you mean `takeRunning`?",
                "keymap.yaml:9:8: `comand` is not a key of a key; did you mean `command`?",
                "keymap.yaml:11:3: `a` writes a letter where text is written; "
                    + "take a key with ctrl or alt.",
            ]
        )
        #expect(command("f6", in: .global, of: keymap) == .command("edit.redo", letter: nil))
    }

    @Test func `Keys that hide one another are told with both lines`() {
        let (_, errors) = read(
            """
            global:
              b: take.generate
              b b: edit.undo
              "\\x20": edit.undo
              space: edit.redo
            """
        )
        #expect(errors.count == 2)
        #expect(errors[0].hasPrefix("keymap.yaml:3:3: `b b` and `b` in line 2 begin with"))
    }

    @Test(arguments: ["", "- a", "global: [a]", "global:\n\t- b", "global:\n", "{}"])
    func `A file that says nothing leaves the built-in keys`(yaml: String) {
        #expect(read(yaml).keymap.bindings == Keymap.standard.bindings)
    }
}
