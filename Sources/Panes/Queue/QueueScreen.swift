import Editor
import Editorial
import Input
import Terminal

/// All jobs in their order, and what happened to the one under the cursor.
struct QueueScreen {
    let state: EditorState

    private var queue: QueueBrowser { state.queue }

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let isWide = rect.columns >= 110
        let parts =
            isWide
            ? rect.columns([Track(least: 66, weight: 3), Track(least: 40, weight: 2)])
            : rect.rows([Track(weight: 3), Track(least: rect.rows >= 18 ? 7 : 0, most: 10)])
        canvas.lay(.panel, over: parts[0])
        drawList(on: &canvas, in: parts[0].inset(columns: 2))
        canvas.lay(.background, over: parts[1])
        JobView(state: state).draw(on: &canvas, in: parts[1].inset(columns: isWide ? 3 : 2))
    }

    private func drawList(on canvas: inout Canvas, in rect: CellRect) {
        let isRoomy = rect.rows >= 14
        let lines = rect.rows([
            .fixed(isRoomy ? 1 : 0), .fixed(1), .fixed(isRoomy ? 1 : 0), Track(),
        ])
        canvas.write(title, right: counts, in: lines[1], row: 0)
        let rows = state.queueRows
        guard !rows.isEmpty else { return drawEmpty(on: &canvas, in: lines[3]) }
        let current = state.currentJob?.id
        let hasProject = rect.columns >= 70
        // Known beforehand, as a bar is drawn to its width.
        let stateColumns = rect.columns >= 60 ? 30 : max(10, rect.columns / 3)
        let glyphs = canvas.glyphs
        DataTable(
            columns: [
                .init(title: "", track: .fixed(1)),
                .init(title: "What", track: Track(least: 14, weight: 3)),
            ] + (hasProject ? [.init(title: "Project", track: Track(least: 10, most: 24))] : [])
                + [
                    .init(title: "Step", track: .fixed(6)),
                    .init(title: "State", track: .fixed(stateColumns)),
                ],
            count: rows.count,
            cursor: rows.firstIndex { $0.id == current },
            hasKeys: state.popup == nil,
            row: { index in
                let job = rows[index]
                let ink: Theme.Role = job.state.isSettled ? .muted : .text
                var cells = [sign(of: job, glyphs), StyledText(job.title, ink)]
                if hasProject { cells.append(StyledText(job.projectName ?? "", .muted)) }
                cells += [
                    StyledText(job.take == nil ? "" : job.task, .muted),
                    status(of: job, glyphs, columns: stateColumns),
                ]
                return DataTable.Row(cells: cells, target: .job(job.id))
            }
        ).draw(on: &canvas, in: lines[3])
    }

    private var title: StyledText {
        var title = StyledText("Queue", .accent, .bold)
        if queue.isPaused { title.append("  paused: nothing new is begun", .text, .bold) }
        return title
    }

    private var counts: StyledText {
        let rows = state.queueRows
        let running = rows.count { $0.state == .running }
        let open = rows.count { !$0.state.isSettled } - running
        return StyledText("\(running) running, \(open) to come", .faint)
    }

    private func sign(of job: QueueItem, _ glyphs: Glyphs) -> StyledText {
        switch job.state {
        case .running: StyledText(glyphs.running, .motion)
        case .ready, .waiting, .scheduled, .retrying: StyledText(glyphs.pending, .faint)
        case .completed: StyledText(glyphs.done, .done)
        case .failed, .uncertain: StyledText(glyphs.failed, .failed)
        case .cancelled: StyledText(glyphs.dot, .faint)
        }
    }

    private func status(
        of job: QueueItem,
        _ glyphs: Glyphs,
        columns: Int
    ) -> StyledText {
        switch job.state {
        case .running:
            let left = job.secondsLeft(at: state.now).map { "\(Figures.estimate($0)) left" } ?? ""
            return ProgressLine(share: job.progress, remaining: left, isText: state.isMotionReduced)
                .text(columns: columns, glyphs: glyphs)
        case .ready: return StyledText(queue.isPaused ? "paused" : "next in turn", .text)
        case .waiting: return StyledText("waits for the step before", .muted)
        case .scheduled: return StyledText("begins \(wait(until: job.runAt))", .muted)
        case .retrying:
            return StyledText("try \(job.attempt + 1) \(wait(until: job.runAt))", .text)
        case .completed:
            let time = job.finishedAt.flatMap { end in
                job.startedAt.map { Figures.seconds(end.seconds(since: $0)) }
            }
            let ago = job.finishedAt.map { Figures.ago($0, at: state.now) }
            return StyledText([time, ago].compactMap(\.self).joined(separator: ", "), .muted)
        case .failed: return StyledText(job.failure ?? "failed", .failed)
        case .uncertain: return StyledText("paid for, perhaps: you decide", .failed)
        case .cancelled: return StyledText("cancelled", .muted)
        }
    }

    private func wait(until time: Timestamp) -> String {
        let seconds = time.seconds(since: state.now)
        return seconds > 0 ? "in \(Figures.estimate(seconds))" : "at once"
    }

    private func drawEmpty(on canvas: inout Canvas, in rect: CellRect) {
        if queue.items == nil {
            canvas.write("Reading the queue…", .faint, in: rect, row: 0)
        } else {
            canvas.write("Nothing is being made.", .muted, in: rect, row: 0)
            canvas.write(
                KeyHint(key: "esc", does: "goes back; g there makes a take").faint,
                in: rect,
                row: 1
            )
        }
    }
}
