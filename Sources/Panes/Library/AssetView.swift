import Editor
import Editorial
import Input
import Terminal

/// A medium of the library: its picture or its sound, and what is known of it.
struct AssetView {
    let state: EditorState
    let terminal: TerminalStatus

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard let item = state.library.current else { return }
        let parts = rect.rows([
            .fixed(1), .fixed(1), .fixed(1), Track(least: 6), .fixed(1), .fixed(5),
        ])
        canvas.write(
            StyledText(item.asset.name, .text, .bold),
            right: StyledText(item.asset.kind == .sound ? "" : terminal.graphics, .faint),
            in: parts[1],
            row: 0
        )
        switch item.asset.kind {
        case .image, .video:
            let picture = PictureArea.fitted(item.asset.size, cell: terminal.cell, in: parts[3])
            canvas.clear(picture)
            canvas.picture = picture
        case .sound:
            drawSound(on: &canvas, in: parts[3])
        case .depth: break
        }
        drawFacts(of: item, on: &canvas, in: parts[5])
    }

    private var facts: AssetFacts? {
        state.library.facts.flatMap { $0.asset == state.library.current?.id ? $0 : nil }
    }

    private func drawSound(on canvas: inout Canvas, in rect: CellRect) {
        guard let facts, let seconds = facts.seconds else {
            canvas.write("Listening…", .faint, in: rect, row: rect.rows / 2)
            return
        }
        let shape = SoundShape(seconds: seconds, peaks: facts.peaks)
        Waveform(shape: shape, from: 0, to: seconds, ink: .motion).draw(
            on: &canvas,
            in: CellRect(
                column: rect.column,
                row: rect.row + max(0, rect.rows / 2 - 3),
                columns: rect.columns,
                rows: min(6, rect.rows)
            )
        )
    }

    private func drawFacts(of item: LibraryItem, on canvas: inout Canvas, in rect: CellRect) {
        let dot = " \(canvas.glyphs.dot) "
        var words = [item.asset.kind.title]
        if item.asset.size.width > 0 { words.append("\(item.asset.size)") }
        if let seconds = facts?.seconds { words.append(Figures.seconds(seconds)) }
        if let facts {
            if item.asset.kind == .video {
                let rate = facts.frameRate.framesPerSecond
                words.append(
                    "\(rate == rate.rounded() ? "\(Int(rate))" : Figures.strength(rate)) fps"
                )
                words.append(facts.hasSound ? "with sound" : "silent")
            }
            words.append(facts.codec)
        }
        words.append(Figures.bytes(item.asset.byteCount))
        canvas.write(words.filter { !$0.isEmpty }.joined(separator: dot), .muted, in: rect, row: 0)
        var line = StyledText("added \(Figures.ago(item.addedAt, at: state.now))", .faint)
        if let uses = facts?.uses {
            line.append(dot, .faint)
            line.append(
                uses == 0 ? "not used" : "used \(uses == 1 ? "once" : "\(uses) times")",
                .faint
            )
        }
        canvas.write(line, in: rect, row: 1)
        let does: String? =
            switch item.asset.kind {
            case .image: "makes it the start frame of “\(state.shot.name)”"
            case .sound: "lays it under the film"
            case .video: "plays it"
            case .depth: nil
            }
        if let does { canvas.write(KeyHint(key: "enter", does: does).faint, in: rect, row: 3) }
    }
}
