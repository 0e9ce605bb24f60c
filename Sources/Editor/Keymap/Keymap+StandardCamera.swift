import Input

extension Keymap {
    static let cameraKeys: [Row] =
        [
            (["h", "left"], "camera.orbitLeft"),
            (["l", "right"], "camera.orbitRight"),
            (["k", "up"], "camera.arcUp"),
            (["j", "down"], "camera.arcDown"),
            (["H", "shift-left"], "camera.truckLeft"),
            (["L", "shift-right"], "camera.truckRight"),
            (["K", "shift-up"], "camera.up"),
            (["J", "shift-down"], "camera.down"),
            (["+", "="], "camera.in"),
            (["-"], "camera.out"),
            (["a"], "camera.panLeft"),
            (["d"], "camera.panRight"),
            (["w"], "camera.tiltUp"),
            (["s"], "camera.tiltDown"),
            (["["], "camera.rollLeft"),
            (["]"], "camera.rollRight"),
            (["z"], "camera.zoomIn"),
            (["Z"], "camera.zoomOut"),
            (["f"], "camera.focusNear"),
            (["F"], "camera.focusFar"),
            (["b"], "camera.open"),
            (["B"], "camera.close"),
            (["enter"], "camera.key"),
            (["x", "delete"], "camera.removeKey"),
            (["X"], "camera.clear"),
            (["0"], "camera.reset"),
            (["r"], "camera.snap"),
            (["o"], "camera.path"),
            (["p"], "preset.save"),
            (["esc", "c", "q"], "camera.leave"),
            (["tab"], "keyframe.enter"),
        ] + modeKeys

    static let keyframeKeys: [Row] =
        [
            (["h", "left"], "keyframe.previous"),
            (["l", "right"], "keyframe.next"),
            (["k", "up"], "keyframe.laneUp"),
            (["j", "down"], "keyframe.laneDown"),
            (["H", "shift-left", "<"], "keyframe.earlier"),
            (["L", "shift-right", ">"], "keyframe.later"),
            (["+", "=", "K", "shift-up"], "keyframe.more"),
            (["-", "J", "shift-down"], "keyframe.less"),
            (["a"], "keyframe.add"),
            (["x", "delete"], "keyframe.remove"),
            (["v"], "keyframe.select"),
            (["V"], "keyframe.selectLane"),
            (["*"], "keyframe.selectAll"),
            (["y"], "keyframe.copy"),
            (["p"], "keyframe.paste"),
            (["e"], "keyframe.easing"),
            (["E"], "keyframe.easingBack"),
            (["t"], "keyframe.chooseEasing"),
            (["enter"], "keyframe.value"),
            (["o"], "keyframe.lane"),
            (["c"], "camera.enter"),
            (["S"], "preset.save"),
            (["z"], "timeline.zoomIn"),
            (["Z"], "timeline.zoomOut"),
            (["0"], "timeline.zoomAll"),
            (["esc", "q"], "keyframe.leave"),
            (["tab"], "keyframe.laneDown"),
        ] + modeKeys

    static let projectKeys: [Row] =
        [
            (["enter"], "project.open"),
            (["n"], "project.new"),
            (["r"], "project.name"),
            (["d"], "project.duplicate"),
            (["a"], "project.archive"),
            (["A"], "project.archived"),
            (["D", "delete"], "project.delete"),
            (["u"], "project.restore"),
            (["s"], "project.sort"),
            (["/"], "project.find"),
            (["space"], "playback.toggle"),
            (["esc", "ctrl-n"], "project.leave"),
            ([":"], "commandLine.open"),
            (["?"], "help.open"),
            (["q q", "ctrl-c"], "program.quit"),
            (["g"], "list.first"),
        ] + listKeys

    static let projectFilterKeys: [Row] = [
        (["enter"], "project.findEnd"),
        (["esc", "ctrl-c"], "project.findClear"),
        (["down", "ctrl-n"], "list.down"),
        (["up"], "list.up"),
    ]

    /// What the modes of camera and keys keep of the panels’ keys.
    private static let modeKeys: [Row] = [
        (["."], "playback.forward"),
        ([","], "playback.back"),
        (["n"], "playback.nextStop"),
        (["N"], "playback.previousStop"),
        (["home"], "playback.first"),
        (["end"], "playback.last"),
        (["space"], "playback.toggle"),
        (["M"], "marker.toggle"),
        (["g"], "take.generate"),
        (["u"], "edit.undo"),
        (["ctrl-r"], "edit.redo"),
        (["U"], "history.open"),
        ([":"], "commandLine.open"),
        (["?"], "help.open"),
    ]
}
