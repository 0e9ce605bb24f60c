import Editor
import Generation
import Input
import Terminal

/// Where in the work the editor is, and what is being made.
struct TopBar {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.bar, over: rect)
        let inside = rect.inset(columns: 1)
        let right = status(glyphs: canvas.glyphs, columns: inside.columns)
        canvas.write(crumbs(glyphs: canvas.glyphs), right: right, in: inside, row: 0)
    }

    private func crumbs(glyphs: Glyphs) -> StyledText {
        let place = state.breadcrumb
        var line = StyledText("kinema", .accent, .bold)
        line.append("  \(place.project)", .text, .bold)
        line.append(" \(glyphs.crumb) ", .faint)
        line.append("shot \(place.shotNumber) of \(place.shotCount)", .muted)
        if let take = place.take {
            line.append(" \(glyphs.crumb) ", .faint)
            line.append("take \(take)", .muted)
        }
        return line
    }

    private func filmStatus(glyphs: Glyphs) -> String? {
        guard let film = state.filmExport else { return nil }
        switch film.state {
        case .waiting: return "\(glyphs.pending) film waits"
        case .running(let share):
            let left =
                film.secondsLeft(at: state.now).map { ", \(Figures.estimate($0)) left" } ?? ""
            return "\(glyphs.running) film \(Figures.percent(share))\(left)"
        case .completed, .failed, .cancelled: return nil
        }
    }

    private func status(glyphs: Glyphs, columns: Int) -> StyledText {
        var line = StyledText()
        if state.busyTakes > 0 {
            let takes = Figures.counted(state.busyTakes, "take", "takes")
            line.append("\(glyphs.running) making \(takes)", .motion)
        }
        if let film = filmStatus(glyphs: glyphs) {
            if line.columns > 0 { line.append("   ") }
            line.append(film, .motion)
        }
        if let account = state.account {
            if line.columns > 0 { line.append("   ") }
            line.append(AccountStatus(account).text(glyphs))
        }
        guard columns >= 90, let model = state.model else { return line }
        if line.columns > 0 { line.append("   ") }
        line.append(model.title)
        if model.isLocal { line.append(" offline", .done) }
        line.append("   \(model.price(of: state.draft))", .text)
        return line
    }
}
