import Editor
import Editorial
import Input
import Motion
import Terminal

/// Everything there is to know about a take.
struct TakePopup {
    let take: Take
    let state: EditorState
    let scroll: Int

    private static let labelColumns = 11

    func draw(on canvas: inout Canvas) {
        let columns = min(76, max(24, canvas.surface.size.columns - 8))
        let lines = lines(columns: columns, glyphs: canvas.glyphs)
        let frame = PopupFrame(
            title: "Take \(take.number)",
            content: CellSize(columns: columns, rows: lines.count)
        )
        let inside = frame.draw(on: &canvas)
        canvas.scroll(lines, from: scroll, in: inside)
    }

    private var effectOfRetry: String {
        if case .uncertain = take.status { return "asks again, which may be paid again" }
        return "tries again from the failed step"
    }

    private func lines(columns: Int, glyphs: Glyphs) -> [StyledText] {
        var lines = take.steps.map { step(line: $0, glyphs: glyphs) }
        if let failure = take.failure {
            lines.append(StyledText())
            lines += failure.message.wrapped(columns: columns).map { StyledText($0, .failed) }
            if let retry = state.keys(for: "take.retry", in: [.takeDetails, .timeline]) {
                lines.append(KeyHint(key: retry.label, does: effectOfRetry).faint)
            }
        }
        lines.append(StyledText())
        let draft = take.draft
        let facts: [(String, String)] = [
            (
                "Size",
                "\(draft.size) \(glyphs.dot) \(draft.frameRate) fps \(glyphs.dot) \(Figures.length(draft.duration))"
            ),
            ("Style", draft.style.title),
            ("Motion", motions(draft)),
            ("Seed", "\(draft.seed)"),
            ("Model", draft.model),
        ]
        lines += facts.map { fact($0.0, $0.1) }
        lines.append(StyledText())
        lines += draft.prompt.wrapped(columns: columns, limit: 12, ellipsis: glyphs.ellipsis)
            .map { StyledText($0, .muted) }
        return lines
    }

    private func step(line step: TakeStep, glyphs: Glyphs) -> StyledText {
        let alone = Take(
            id: take.id,
            shot: take.shot,
            number: take.number,
            draft: take.draft,
            createdAt: take.createdAt,
            steps: [step]
        )
        let strip = StepStrip(take: alone, now: state.now, hasSummary: false)
        var line = strip.text(columns: 48, glyphs: glyphs)
        if step.attempt > 1, case .running = step.state {
        } else if step.attempt > 1 {
            line.append("  \(step.attempt) tries", .faint)
        }
        return line
    }

    private func motions(_ draft: Draft) -> String {
        guard !draft.motions.isEmpty else { return "none" }
        return draft.motions.map { choice in
            let name = state.presets[choice.preset]?.name ?? choice.preset
            return "\(name) \(Figures.strength(choice.strength))"
        }.joined(separator: ", ")
    }

    private func fact(_ label: String, _ value: String) -> StyledText {
        var line = StyledText(label, .muted)
        line.pad(to: Self.labelColumns)
        line.append(value)
        return line
    }
}
