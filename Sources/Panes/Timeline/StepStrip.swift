import Editorial
import Terminal

/// The steps of a take in a row: what is done, what runs and for how long still.
struct StepStrip {
    let take: Take
    let now: Timestamp
    /// Takes other than the current one are quieter.
    var isCurrent = true
    /// Whether what the steps add up to is said behind them.
    var hasSummary = true
    /// Whether progress is a bar as well; without one nothing moves but numbers.
    var hasBar = true

    private static let barColumns = 8...28

    /// The strip in at most this many columns where it can be; the bar takes
    /// what the words leave.
    func text(columns: Int, glyphs: Glyphs) -> StyledText {
        if take.steps.isEmpty { return elsewhere(columns: columns) }
        let bare = strip(bar: 0, glyphs: glyphs)
        let room = columns - bare.columns - 1
        guard room >= Self.barColumns.lowerBound else {
            return bare.columns <= columns ? bare : current(columns: columns, glyphs: glyphs)
        }
        return strip(bar: min(room, Self.barColumns.upperBound), glyphs: glyphs)
    }

    /// Of a take that came from another machine only what was asked is known, and its film.
    private func elsewhere(columns: Int) -> StyledText {
        let whole = "made on another machine" + (take.film == nil ? "; its film is there" : "")
        let text = whole.count <= columns ? whole : "made elsewhere"
        return StyledText(text, isCurrent ? .muted : .faint)
    }

    private func strip(bar: Int, glyphs: Glyphs) -> StyledText {
        var line = StyledText()
        let link = String(repeating: glyphs.rule, count: 2)
        for (place, step) in take.steps.enumerated() {
            if place > 0 { line.append(" \(link) ", .rule) }
            line.append(text(of: step, bar: bar, glyphs: glyphs))
        }
        if hasSummary, let summary { line.append("   \(summary)", isCurrent ? .muted : .faint) }
        return line
    }

    /// Only the step that matters now.
    private func current(columns: Int, glyphs: Glyphs) -> StyledText {
        let step =
            take.steps.first { !$0.isCompleted && $0.state != .pending }
            ?? take.steps.first { !$0.isCompleted } ?? take.steps.last
        guard let step else { return StyledText() }
        if take.status == .completed { return StyledText("\(glyphs.done) done", .done) }
        let bare = text(of: step, bar: 0, glyphs: glyphs)
        let room = columns - bare.columns - 1
        return room >= 4 ? text(of: step, bar: min(room, 28), glyphs: glyphs) : bare
    }

    private func text(of step: TakeStep, bar: Int, glyphs: Glyphs) -> StyledText {
        let name = step.kind.rawValue
        switch step.state {
        case .pending:
            return StyledText("\(glyphs.pending) \(name)", .faint)
        case .running(let progress, _):
            return running(step, progress, bar: bar, glyphs: glyphs)
        case .completed(let seconds):
            var text = StyledText(glyphs.done, isCurrent ? .done : .muted)
            text.append(" \(name)", isCurrent ? .text : .muted)
            if isCurrent { text.append(" \(Figures.seconds(seconds))", .faint) }
            return text
        case .failed:
            return StyledText("\(glyphs.failed) \(name)", .failed, .bold)
        case .cancelled:
            return StyledText("\(glyphs.cancelled) \(name) cancelled", .muted)
        case .uncertain:
            return StyledText("\(glyphs.uncertain) \(name) uncertain", .motion, .bold)
        }
    }

    private func running(
        _ step: TakeStep,
        _ progress: Double,
        bar: Int,
        glyphs: Glyphs
    ) -> StyledText {
        var text = StyledText(glyphs.running, .motion)
        text.append(" \(step.kind.rawValue) ", .text, .bold)
        let left = step.secondsLeft(at: now).map { "\(Figures.estimate($0)) left" }
        var line = ProgressLine(share: progress, remaining: left ?? "", isText: true)
        let words = line.text(columns: 0, glyphs: glyphs).columns
        line.isText = !hasBar
        text.append(line.text(columns: bar > 0 ? bar + 1 + words : 0, glyphs: glyphs))
        if step.attempt > 1 { text.append("  try \(step.attempt)", .faint) }
        return text
    }

    /// What a settled or waiting take adds up to.
    private var summary: String? {
        switch take.status {
        case .completed:
            let draft = take.draft
            return "done  \(draft.size)  \(Figures.length(draft.duration))"
        case .queued: return "waiting its turn"
        case .running, .failed, .cancelled, .uncertain: return nil
        }
    }
}
