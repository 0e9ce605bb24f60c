import Input

extension Keymap {
    /// The keys that Kinema comes with.
    package static let standard = Keymap(
        rows(.presets, presetKeys) + rows(.preview, previewKeys) + rows(.prompt, promptKeys)
            + rows(.timeline, timelineKeys) + rows(.camera, cameraKeys)
            + rows(.keyframes, keyframeKeys) + rows(.promptNormal, promptNormalKeys)
            + rows(.promptNormal, selectionKeys, when: .selecting)
            + rows(.global, globalKeys) + rows(.global, [(["q"], "macro.stop")], when: .recording)
            + rows(.projects, projectKeys) + rows(.projectFilter, projectFilterKeys)
            + rows(.library, libraryKeys) + rows(.libraryFilter, libraryFilterKeys)
            + rows(.queue, queueKeys) + rows(.settings, settingsKeys)
            + rows(.account, accountKeys) + rows(.team, teamKeys)
            + rows(.promptText, promptTextKeys) + rows(.filter, filterKeys)
            + rows(.insert, textKeys) + popupKeys + rows(.anywhere, anywhereKeys)
    )

    typealias Row = (keys: [KeySequence], command: Command.ID)

    static func rows(
        _ context: Context,
        _ rows: [Row],
        when fact: KeyCondition.Fact? = nil
    ) -> [Binding] {
        rows.flatMap { row in
            row.keys.map {
                Binding(
                    context: context,
                    keys: $0,
                    command: row.command,
                    condition: fact.map { KeyCondition($0) }
                )
            }
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
            (["o"], "preset.large"),
            (["d"], "preset.duplicate"),
            (["e"], "preset.edit"),
            (["I"], "preset.import"),
            (["E"], "preset.export"),
            (["D", "delete"], "preset.delete"),
            (["p"], "preset.restore"),
            (["."], "edit.repeat"),
        ] + listKeys

    private static let previewKeys: [Row] = [
        (["right", "."], "playback.forward"),
        (["left", ","], "playback.back"),
        (["home"], "playback.first"),
        (["end"], "playback.last"),
        (["l"], "playback.faster"),
        (["j"], "playback.slower"),
        (["k"], "playback.stop"),
        (["i"], "playback.in"),
        (["o"], "playback.out"),
        (["\\"], "playback.clearRange"),
        (["n"], "playback.nextStop"),
        (["N"], "playback.previousStop"),
        (["M"], "marker.toggle"),
        (["t"], "guides.thirds"),
        (["a"], "guides.safe"),
        (["A"], "guides.mask"),
        (["s"], "guides.scope"),
        (["p"], "guides.probe"),
        (["f"], "guides.peaking"),
        (["shift-left"], "probe.left"),
        (["shift-right"], "probe.right"),
        (["shift-up"], "probe.up"),
        (["shift-down"], "probe.down"),
        (["w"], "compare.cycle"),
        (["W"], "compare.next"),
        (["["], "compare.left"),
        (["]"], "compare.right"),
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
            (["S"], "snippet.insert"),
            (["a"], "advanced.toggle"),
            (["."], "edit.repeat"),
        ] + listKeys

    /// The prompt's text as vi has it, while the cursor is on the prompt.
    private static let promptNormalKeys: [Row] = [
        (["w"], "text.nextWord"),
        (["b"], "text.wordLeft"),
        (["e"], "text.wordEnd"),
        (["h", "left"], "text.left"),
        (["l", "right"], "text.right"),
        (["0", "home"], "text.lineStart"),
        (["^"], "text.firstWord"),
        (["$", "end"], "text.lineEnd"),
        (["{"], "text.start"),
        (["}"], "text.end"),
        (["a"], "text.append"),
        (["A"], "text.appendLine"),
        (["I"], "text.insertLine"),
        (["o"], "text.openBelow"),
        (["O"], "text.openAbove"),
        (["x", "delete"], "text.deleteForward"),
        (["X"], "text.deleteBackward"),
        (["d w"], "text.deleteNextWord"),
        (["d e"], "text.deleteWordEnd"),
        (["d b"], "text.deleteWord"),
        (["d d"], "text.deleteLine"),
        (["d 0"], "text.deleteToStart"),
        (["D", "d $"], "text.deleteToEnd"),
        (["c w", "c e"], "text.changeWord"),
        (["c c", "S"], "text.changeLine"),
        (["C", "c $"], "text.changeToEnd"),
        (["y y", "Y"], "text.copyLine"),
        (["y w"], "text.copyWord"),
        (["p"], "text.paste"),
        (["v"], "text.select"),
        (["shift-left"], "text.selectLeft"),
        (["shift-right"], "text.selectRight"),
    ]

    /// What is different in the prompt's text while some of it is selected.
    private static let selectionKeys: [Row] = [
        (["esc"], "text.deselect"),
        (["d", "x", "delete"], "text.deleteForward"),
        (["c"], "text.change"),
        (["y"], "text.copy"),
        (["j", "down"], "text.down"),
        (["k", "up"], "text.up"),
    ]

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
            (["S"], "shot.split"),
            (["["], "shot.trimStart"),
            (["]"], "shot.trimEnd"),
            (["{"], "shot.startEarlier"),
            (["}"], "shot.startLater"),
            (["("], "shot.endEarlier"),
            ([")"], "shot.endLater"),
            (["\\"], "shot.untrim"),
            (["t"], "transition.choose"),
            (["A"], "film.generateMissing"),
            (["b"], "music.add"),
            (["M"], "marker.toggle"),
            (["n"], "playback.nextStop"),
            (["N"], "playback.previousStop"),
            (["+", "="], "timeline.zoomIn"),
            (["-"], "timeline.zoomOut"),
            (["0"], "timeline.zoomAll"),
        ] + listKeys

    private static let globalKeys: [Row] = [
        (["g"], "take.generate"),
        (["ctrl-s"], "film.export"),
        (["B"], "take.batch"),
        (["space"], "playback.toggle"),
        ([","], "playback.back"),
        (["."], "playback.forward"),
        (["v"], "playback.film"),
        (["L"], "playback.loop"),
        (["i"], "prompt.write"),
        (["/"], "filter.open"),
        (["c"], "camera.enter"),
        (["K"], "keyframe.enter"),
        (["u"], "edit.undo"),
        (["U"], "history.open"),
        (["ctrl-n"], "projects.open"),
        (["ctrl-x"], "tour.skip"),
        (["m {letter}"], "mark.set"),
        (["' {letter}"], "mark.go"),
        (["ctrl-o"], "jump.back"),
        (["alt-o"], "jump.forward"),
        (["ctrl-r"], "edit.redo"),
        (["tab"], "panel.next"),
        (["shift-tab"], "panel.previous"),
        (["z"], "panel.zoom"),
        ([":"], "commandLine.open"),
        (["?"], "help.open"),
        (["q q", "ctrl-c"], "program.quit"),
        (["q {letter}"], "macro.record"),
        (["@ {letter}"], "macro.play"),
        (["@ @"], "macro.again"),
        (["ctrl-w >", "ctrl-w l"], "panel.wider"),
        (["ctrl-w <", "ctrl-w h"], "panel.narrower"),
        (["ctrl-w +", "ctrl-w k"], "panel.taller"),
        (["ctrl-w -", "ctrl-w j"], "panel.shorter"),
        (["ctrl-w ="], "panel.reset"),
        (["ctrl-w c"], "panel.hide"),
        (["ctrl-w o"], "panel.only"),
        (["ctrl-w z"], "panel.zoom"),
        (["ctrl-w w"], "panel.next"),
        (["ctrl-w p"], "panel.previous"),
        (["ctrl-e"], "prompt.editor"),
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
