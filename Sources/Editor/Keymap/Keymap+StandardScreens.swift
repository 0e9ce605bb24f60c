import Input

extension Keymap {
    static let libraryKeys: [Row] =
        [
            (["enter"], "library.use"),
            (["i"], "library.import"),
            (["/"], "library.find"),
            (["f"], "library.kind"),
            (["s"], "library.sort"),
            (["T"], "library.byTag"),
            (["v"], "library.mark"),
            (["V", "*"], "library.markAll"),
            (["X"], "library.unmark"),
            (["t"], "library.tag"),
            (["e"], "library.export"),
            (["D", "delete"], "library.remove"),
            (["u"], "library.restore"),
            (["space"], "playback.toggle"),
            (["z"], "grid.toggle"),
            (["left", "h"], "list.left"),
            (["right", "l"], "list.right"),
        ] + screenKeys

    static let libraryFilterKeys: [Row] = [
        (["enter"], "library.findEnd"),
        (["esc", "ctrl-c"], "library.findClear"),
        (["down", "ctrl-n"], "list.down"),
        (["up"], "list.up"),
    ]

    static let queueKeys: [Row] =
        [
            (["enter"], "queue.show"),
            (["x", "c"], "queue.cancel"),
            (["R"], "queue.retry"),
            (["p"], "queue.pause"),
            (["n"], "queue.next"),
            (["K", "shift-up"], "queue.earlier"),
            (["J", "shift-down"], "queue.later"),
            (["["], "queue.logUp"),
            (["]"], "queue.logDown"),
        ] + screenKeys

    static let settingsKeys: [Row] =
        [
            (["enter", "space", "right", "l"], "settings.edit"),
            (["x", "delete"], "settings.reset"),
        ] + screenKeys

    /// What every screen beside the panels has.
    static let screenKeys: [Row] =
        [
            (["esc"], "screen.editor"),
            (["tab"], "screen.next"),
            (["shift-tab"], "screen.previous"),
            ([":"], "commandLine.open"),
            (["?"], "help.open"),
            (["g"], "list.first"),
            (["q q", "ctrl-c"], "program.quit"),
        ] + listKeys
}
