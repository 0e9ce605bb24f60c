import Input

extension Keymap {
    static let promptTextKeys: [Row] = [
        (["esc", "ctrl-c"], "field.leave"),
        (["enter"], "text.newline"),
        (["up"], "text.up"),
        (["down"], "text.down"),
        (["ctrl-up", "alt-p"], "prompt.older"),
        (["ctrl-down", "alt-n"], "prompt.newer"),
        (["shift-up"], "text.selectUp"),
        (["shift-down"], "text.selectDown"),
        (["tab"], "panel.next"),
        (["shift-tab"], "panel.previous"),
        (["ctrl-x ctrl-e", "ctrl-x e"], "prompt.editor"),
        (["ctrl-x s"], "snippet.insert"),
        (["ctrl-x k"], "snippet.save"),
    ]

    static let filterKeys: [Row] = [
        (["enter"], "filter.accept"),
        (["esc", "ctrl-c"], "filter.clear"),
        (["down", "ctrl-n"], "list.down"),
        (["up"], "list.up"),
        (["pagedown"], "list.pageDown"),
        (["pageup"], "list.pageUp"),
        (["tab"], "panel.next"),
        (["shift-tab"], "panel.previous"),
    ]

    static let textKeys: [Row] = [
        (["left", "ctrl-b"], "text.left"),
        (["right", "ctrl-f"], "text.right"),
        (["ctrl-left", "alt-left", "alt-b"], "text.wordLeft"),
        (["ctrl-right", "alt-right", "alt-f"], "text.wordRight"),
        (["home", "ctrl-a"], "text.lineStart"),
        (["end", "ctrl-e"], "text.lineEnd"),
        (["backspace"], "text.deleteBackward"),
        (["delete", "ctrl-d"], "text.deleteForward"),
        (["ctrl-w", "alt-backspace"], "text.deleteWord"),
        (["ctrl-u"], "text.deleteToStart"),
        (["ctrl-k"], "text.deleteToEnd"),
        (["alt-d"], "text.deleteNextWord"),
        (["ctrl-y"], "text.paste"),
        (["ctrl-t"], "text.transpose"),
        (["ctrl-_", "alt-u"], "text.undo"),
        (["alt-r"], "text.redo"),
        (["alt-<", "ctrl-home"], "text.start"),
        (["alt->", "ctrl-end"], "text.end"),
        (["shift-left"], "text.selectLeft"),
        (["shift-right"], "text.selectRight"),
        (["ctrl-shift-left", "alt-shift-left"], "text.selectWordLeft"),
        (["ctrl-shift-right", "alt-shift-right"], "text.selectWordRight"),
        (["shift-home"], "text.selectLineStart"),
        (["shift-end"], "text.selectLineEnd"),
        (["alt-a"], "text.selectAll"),
        (["alt-w"], "text.copy"),
        (["alt-x"], "text.cut"),
    ]

    static let popupKeys: [Binding] =
        rows(.help, pageKeys + [(["?"], "popup.close"), (["/"], "manual.open")])
        + rows(.messages, pageKeys)
        + rows(
            .takeDetails,
            pageKeys + [
                (["x", "c"], "take.cancel"), (["R"], "take.retry"), (["p"], "take.recall"),
            ]
        )
        + rows(.choices, listKeys + [(["g"], "list.first")] + closing(["enter", "space"]))
        + rows(.choices, [(["q"], "popup.close")])
        + rows(
            .commandLine,
            [
                (["tab"], "commandLine.complete"),
                (["shift-tab"], "commandLine.completeBack"),
                (["up"], "list.up"),
                (["down"], "list.down"),
            ] + closing(["enter"])
        )
        + rows(
            .palette,
            [
                (["down", "tab", "ctrl-n"], "list.down"),
                (["up", "shift-tab", "ctrl-p"], "list.up"),
                (["pagedown"], "list.pageDown"),
                (["pageup"], "list.pageUp"),
            ] + closing(["enter"])
        )
        + rows(.question, closing(["enter"]))
        + rows(.menu, listKeys + closing(["enter", "space"]) + [(["q"], "popup.close")])

    static let anywhereKeys: [Row] = [
        (["ctrl-g"], "take.generate"),
        (["ctrl-p"], "palette.open"),
        (["f1"], "panel.presets"),
        (["f2"], "panel.preview"),
        (["f3"], "panel.prompt"),
        (["f4"], "panel.timeline"),
        (["shift-f1"], "panel.togglePresets"),
        (["shift-f3"], "panel.togglePrompt"),
        (["shift-f4"], "panel.toggleTimeline"),
        (["f5"], "projects.open"),
        (["f6"], "library.open"),
        (["f7"], "queue.open"),
        (["f8"], "settings.open"),
        (["f9"], "manual.open"),
        (["f10"], "account.open"),
        (["f11"], "team.open"),
        (["ctrl-z"], "program.suspend"),
    ]

    private static let pageKeys: [Row] =
        listKeys + [
            (["g"], "list.first"),
            (["space"], "list.pageDown"),
            (["esc", "enter", "q", "ctrl-c"], "popup.close"),
        ]

    private static func closing(_ accept: [KeySequence]) -> [Row] {
        [(accept, "popup.accept"), (["esc", "ctrl-c"], "popup.close")]
    }
}
