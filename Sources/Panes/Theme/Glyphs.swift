/// The signs that the panes draw with, each one cell wide.
package struct Glyphs: Hashable, Sendable {
    /// The thin bar on the upper edge of the focused panel.
    var focusBar = "▔"
    /// The bar at the left of the selected row.
    var selectionBar = "▌"
    var rule = "─"
    var heavyRule = "━"
    var divider = "│"
    var knob = "●"
    var caretRight = "▸"
    var caretDown = "▾"
    var playhead = "▼"
    var playLine = "│"
    var star = "★"
    var play = "▶"
    var pause = "‖"
    var done = "✓"
    var running = "◐"
    var pending = "○"
    var failed = "✗"
    var cancelled = "–"
    var uncertain = "?"
    var key = "◆"
    /// The first and the last frame that is played.
    var rangeStart = "["
    var rangeEnd = "]"
    /// Where one shot turns into the next.
    var transition = "⋈"
    var crumb = "›"
    var dot = "·"
    var ellipsis = "…"
    var times = "×"
    /// Whether curves may use braille patterns, eight dots to a cell.
    var hasBraille = true
    /// Whether signs within texts have stand-ins as well.
    var isASCII = false
    var checked = "■"
    var unchecked = "□"
    var chosen = "●"
    var unchosen = "○"
    var scrollThumb = "┃"
    var sortUp = "▴"
    var sortDown = "▾"
    /// From nothing to full, in eighths of a cell upwards.
    var levels = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    package static let unicode = Glyphs()

    /// Stand-ins for locales and terminals without the signs.
    package static let ascii = Glyphs(
        focusBar: "=",
        selectionBar: "|",
        rule: "-",
        heavyRule: "=",
        divider: "|",
        knob: "o",
        caretRight: ">",
        caretDown: "v",
        playhead: "v",
        playLine: "|",
        star: "*",
        play: ">",
        pause: "=",
        done: "+",
        running: "~",
        pending: "o",
        failed: "x",
        cancelled: "-",
        key: "*",
        transition: "x",
        crumb: ">",
        dot: "-",
        ellipsis: "~",
        times: "x",
        hasBraille: false,
        isASCII: true,
        checked: "x",
        unchecked: "-",
        chosen: "*",
        unchosen: "o",
        scrollThumb: "#",
        sortUp: "^",
        sortDown: "v",
        levels: [" ", "_", ".", "-", "-", "=", "=", "#", "#"]
    )
}
