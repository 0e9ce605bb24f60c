import Editor
import Editorial
import Input
import Motion
import Terminal

/// The picture on its stage, what it is, and the transport under it.
struct PreviewPane {
    let state: EditorState
    let terminal: TerminalStatus
    var hasFrame = true

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        let frame = PanelFrame(.preview, of: state, surface: .background, isTabbed: !hasFrame)
        canvas.lay(.background, over: rect)
        canvas.press(rect, .panel(.preview))
        if frame.isFocused, hasFrame {
            let bar = String(repeating: canvas.glyphs.focusBar, count: rect.columns)
            canvas.write(bar, .accent, in: rect, row: 0)
        }
        let inside = rect.inset(columns: hasFrame ? 2 : 1)
        let titleRow = hasFrame ? 1 : 0
        drawTitle(frame, on: &canvas, in: inside, row: titleRow)
        let isRoomy = rect.rows >= 20
        let top = titleRow + (isRoomy ? 2 : 1)
        let transport = rect.rows - (isRoomy ? 2 : 1)
        let stage = CellRect(
            column: inside.column,
            row: rect.row + top,
            columns: inside.columns,
            rows: transport - top - (isRoomy ? 1 : 0)
        )
        drawStage(on: &canvas, in: isRoomy && stage.columns > 60 ? stage.inset(columns: 2) : stage)
        if let tour = state.tour { TourCard(tour: tour, state: state).draw(on: &canvas, in: stage) }
        TransportBar(state: state).draw(
            on: &canvas,
            in: CellRect(
                column: inside.column,
                row: rect.row + transport,
                columns: inside.columns,
                rows: 1
            ).inset(columns: isRoomy && stage.columns > 60 ? 2 : 0)
        )
    }

    private func drawTitle(
        _ frame: PanelFrame,
        on canvas: inout Canvas,
        in inside: CellRect,
        row: Int
    ) {
        let shown = state.previewTitle
        var line = hasFrame ? frame.title : StyledText()
        if hasFrame { line.append("  ") }
        let dot = canvas.glyphs.dot
        line.append(shown.subject, shown.isAudition ? .motion : .muted)
        if shown.isAudition { line.append(" tried on", .faint) }
        if let comparison = state.comparison, let take = state.comparedTake {
            line.append(" \(comparison.mode.title) take \(take.number)", .motion)
        }
        if state.camera != nil {
            line.append("  ")
            line.append(CameraReadout(state: state).text(columns: inside.columns - line.columns))
            canvas.write(line, in: inside, row: row)
            return
        }
        if state.isPresetLarge, let preset = state.currentPreset {
            return drawLarge(preset, after: line, on: &canvas, in: inside, row: row)
        }
        line.append(" \(dot) \(shown.size) \(dot) \(rate) fps", .muted)
        var detail = StyledText()
        let parts = [terminal.graphics, terminal.detail].filter { !$0.isEmpty }
        detail.append(parts.joined(separator: " \(dot) "), .faint)
        let fits = line.columns + detail.columns + 3 <= inside.columns
        canvas.write(line, right: fits ? detail : StyledText(), in: inside, row: row)
    }

    /// What there is to say of a preset that is seen in large.
    private func drawLarge(
        _ item: PresetItem,
        after title: StyledText,
        on canvas: inout Canvas,
        in inside: CellRect,
        row: Int
    ) {
        var line = title
        if !state.previewTitle.isAudition {
            line.append(" \(item.preset.name) is chosen", .motion)
        }
        line.append("  \(item.preset.summary)", .muted)
        let strength = Figures.strength(
            state.draft.motions.first { $0.preset == item.preset.id }?.strength
                ?? state.presetList.strength(of: item.preset.id)
        )
        canvas.write(line, right: StyledText(strength, .motion), in: inside, row: row)
    }

    private var rate: String {
        let frames = state.previewTitle.frameRate.framesPerSecond
        return frames == frames.rounded() ? "\(Int(frames))" : Figures.strength(frames)
    }

    private func drawStage(on canvas: inout Canvas, in stage: CellRect) {
        guard !stage.isEmpty else { return }
        if isEmpty {
            // The tour says it already, in the same place.
            if state.tour == nil { drawInvitation(on: &canvas, in: stage) }
            return
        }
        let size = state.previewTitle.size
        let picture = PictureArea.fitted(size, cell: terminal.cell, in: stage)
        // Pixels are placed beneath text, where only the terminal's own background lets them through.
        canvas.clear(picture)
        canvas.picture = picture
        canvas.press(picture, .picture)
        if let reading = state.reading, reading.scope == state.scope {
            ScopeInset(reading: reading).draw(on: &canvas, over: picture)
        }
        if let probe = state.probe, let reading = state.probed, reading.probe == probe {
            ProbeInset(reading: reading, state: state).draw(on: &canvas, over: picture)
        }
        if state.camera?.showsPath == true {
            CameraMap(state: state).draw(on: &canvas, over: picture)
        }
    }

    /// Nothing can be shown: no film, no picture, no word to sketch from.
    private var isEmpty: Bool {
        guard case .shot(let draft) = state.previewRequest.content else { return false }
        return draft.startFrame == nil && draft.prompt.allSatisfy(\.isWhitespace)
    }

    private func drawInvitation(on canvas: inout Canvas, in stage: CellRect) {
        let lines = [
            StyledText("The shot is seen here before it costs anything.", .muted),
            StyledText(
                "Write a prompt to sketch it, or choose a start frame to move over.",
                .faint
            ),
            KeyHint(key: "F\(Panel.prompt.functionKey)", does: "prompt").faint,
        ].flatMap { text in
            text.columns <= stage.columns
                ? [text]
                : text.text.wrapped(columns: stage.columns)
                    .map { StyledText($0, .faint) }
        }
        let top = max(0, (stage.rows - lines.count) / 2)
        for (row, line) in lines.enumerated() {
            let column = max(0, (stage.columns - line.columns) / 2)
            canvas.write(line, in: stage, row: top + row, column: column)
        }
    }
}
