import Editor
import Editorial
import Input
import Terminal

/// The comments beside the film, and the line that is being written.
struct ReviewPanel {
    let session: ReviewSession
    let rate: FrameRate
    /// The one that the film shows.
    let frame: Int

    private static let bold = CellStyle(attributes: .bold)
    private static let faint = CellStyle(attributes: .dim)
    private static let chosen = CellStyle(attributes: .reverse)

    /// - Returns: Where something is being written.
    func draw(on surface: inout Surface, in rect: CellRect) -> CellPoint? {
        guard rect.columns > 8, rect.rows > 4 else { return drawLine(on: &surface, in: rect) }
        let column = rect.column + 2
        let width = rect.columns - 3
        let verdict = session.review.verdict?.title ?? "no verdict yet"
        put(verdict, Self.bold, on: &surface, rect.row, column, width)
        let open = session.review.openCount
        if let versus = session.versusWords {
            put(versus, Self.faint, on: &surface, rect.row + 2, column, width)
        }
        let counted = "\(session.review.comments.count) said, \(open) open"
        put(counted, Self.faint, on: &surface, rect.row + 1, column, width)
        var row = rect.row + 3
        let lines = lines(width: width)
        let room = max(0, rect.row + rect.rows - 5 - row)
        let cursor = lines.firstIndex { $0.isCurrent } ?? 0
        let first = max(0, min(cursor - room / 3, lines.count - room))
        for line in lines.dropFirst(first).prefix(room) {
            put(line.text, line.style, on: &surface, row, column, width)
            row += 1
        }
        if session.review.comments.isEmpty {
            put("Nothing was said yet.", Self.faint, on: &surface, row, column, width)
        }
        return drawLine(on: &surface, in: rect)
    }

    private struct Line {
        let text: String
        let style: CellStyle
        let isCurrent: Bool
    }

    private func lines(width: Int) -> [Line] {
        session.review.comments.flatMap { comment -> [Line] in
            let isCurrent = comment.number == session.selection
            let isHere = (comment.first...comment.last).contains(frame)
            let sign = comment.isResolved ? "done " : isHere ? "here " : ""
            let span =
                comment.first == comment.last
                ? "\(comment.first)" : "\(comment.first) to \(comment.last)"
            let head = "\(sign)\(span)  \(comment.author)"
            let style = isCurrent ? Self.chosen : comment.isResolved ? Self.faint : Self.bold
            var lines = [Line(text: head, style: style, isCurrent: isCurrent)]
            let place = comment.mark.map { $0.width == nil ? " (pin)" : " (box)" } ?? ""
            let body = isHere ? CellStyle() : Self.faint
            lines += wrapped(comment.text + place, width).map {
                Line(text: $0, style: body, isCurrent: false)
            }
            for reply in comment.replies {
                lines += wrapped("\(reply.author): \(reply.text)", width - 2).map {
                    Line(text: "  " + $0, style: Self.faint, isCurrent: false)
                }
            }
            return lines + [Line(text: "", style: CellStyle(), isCurrent: false)]
        }
    }

    private func wrapped(_ text: String, _ width: Int) -> [String] {
        TextLayout.wrap(text.printable, columns: max(1, width)) { String($0).cellWidth }
            .lines.prefix(8).map(\.text)
    }

    /// The keys, what there is to say, and what is being written.
    private func drawLine(on surface: inout Surface, in rect: CellRect) -> CellPoint? {
        let column = rect.column + (rect.columns > 8 ? 2 : 0)
        let width = max(0, rect.columns - 3)
        let bottom = rect.row + rect.rows
        guard let writing = session.writing else {
            var keys = ["c comment  n next  r reply", "x done  A approve  R changes"]
            if !session.versions.isEmpty { keys[0] = "c comment  n next  w compare" }
            for (place, text) in keys.enumerated() {
                put(text, Self.faint, on: &surface, bottom - 2 + place, column, width)
            }
            put(session.notice, CellStyle(), on: &surface, bottom - 4, column, width)
            return nil
        }
        let title: String =
            switch writing {
            case .reply(let number): "Answer to \(number)"
            case .comment(let frames):
                frames.count == 1
                    ? "On frame \(frames.lowerBound)"
                    : "On frames \(frames.lowerBound) to \(frames.upperBound)"
            }
        put(title, Self.bold, on: &surface, bottom - 4, column, width)
        // The end of what is written is where it goes on.
        let text = session.field.text.printable
        let shown = String(text.suffix(max(1, width - 1)))
        put(shown, CellStyle(), on: &surface, bottom - 3, column, width)
        let help = session.notice.isEmpty ? "enter keeps, esc leaves" : session.notice
        put(help, Self.faint, on: &surface, bottom - 2, column, width)
        let place = min(width - 1, shown.cellWidth - (text.count - session.field.cursor))
        return CellPoint(column: column + max(0, place), row: bottom - 3)
    }

    private func put(
        _ text: String,
        _ style: CellStyle,
        on surface: inout Surface,
        _ row: Int,
        _ column: Int,
        _ width: Int
    ) {
        guard row >= 0, row < surface.size.rows, width > 0 else { return }
        let clipped = text.printable.clipped(to: width)
        _ = surface.write(clipped, row: row, column: column, style: style)
    }
}
