import Input

extension Keymap {
    /// The keys that Kinema comes with.
    package static let standard = Keymap(
        rows(.presets, presetKeys) + rows(.preview, previewKeys) + rows(.prompt, promptKeys)
            + rows(.timeline, timelineKeys) + rows(.global, globalKeys)
            + rows(.promptText, promptTextKeys) + rows(.filter, filterKeys)
            + rows(.insert, textKeys) + popupKeys + rows(.anywhere, anywhereKeys)
    )

    typealias Row = (chords: [KeyChord], command: Command.ID)

    static func rows(_ context: Context, _ rows: [Row]) -> [Binding] {
        rows.flatMap { row in
            row.chords.map { Binding(context: context, chord: $0, command: row.command) }
        }
    }

    private static let presetKeys: [Row] =
        [
            (["enter"], "preset.toggle"),
            (["]"], "preset.stronger"),
            (["["], "preset.weaker"),
            (["s", "*"], "preset.star"),
            (["X"], "motion.clear"),
            (["left", "h"], "preset.fold"),
            (["right", "l"], "preset.unfold"),
            (["esc"], "preset.leave"),
        ] + listKeys

    private static let previewKeys: [Row] = [
        (["right"], "playback.forward"),
        (["left"], "playback.back"),
        (["home"], "playback.first"),
        (["end"], "playback.last"),
        (["l"], "playback.faster"),
        (["j"], "playback.slower"),
        (["k"], "playback.stop"),
        (["e"], "take.export"),
        (["E"], "frame.export"),
    ]

    private static let promptKeys: [Row] =
        [
            (["enter"], "field.edit"),
            (["right", "l"], "field.increase"),
            (["left", "h"], "field.decrease"),
            (["x", "delete"], "field.clear"),
            (["r"], "seed.random"),
            (["s"], "startFrame.choose"),
        ] + listKeys

    private static let timelineKeys: [Row] =
        [
            (["left", "h"], "shot.previous"),
            (["right", "l"], "shot.next"),
            (["a"], "shot.add"),
            (["d"], "shot.duplicate"),
            (["D"], "shot.delete"),
            (["shift-left", "<"], "shot.moveLeft"),
            (["shift-right", ">"], "shot.moveRight"),
            (["r"], "shot.rename"),
            (["enter"], "take.details"),
            (["x", "c"], "take.cancel"),
            (["R"], "take.retry"),
            (["s", "*"], "take.select"),
            (["p"], "take.recall"),
            (["e"], "take.export"),
            (["E"], "frame.export"),
        ] + listKeys

    private static let globalKeys: [Row] = [
        (["g"], "take.generate"),
        (["space"], "playback.toggle"),
        ([","], "playback.back"),
        (["."], "playback.forward"),
        (["v"], "playback.film"),
        (["L"], "playback.loop"),
        (["i"], "prompt.write"),
        (["/"], "filter.open"),
        (["u"], "edit.undo"),
        (["ctrl-r"], "edit.redo"),
        (["tab"], "panel.next"),
        (["shift-tab"], "panel.previous"),
        (["z"], "panel.zoom"),
        ([":"], "commandLine.open"),
        (["?"], "help.open"),
        (["q", "ctrl-c"], "program.quit"),
    ]

    static let listKeys: [Row] = [
        (["down", "j"], "list.down"),
        (["up", "k"], "list.up"),
        (["pagedown"], "list.pageDown"),
        (["pageup"], "list.pageUp"),
        (["home"], "list.first"),
        (["end", "G"], "list.last"),
    ]
}
