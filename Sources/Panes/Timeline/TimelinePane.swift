import Editor
import Editorial
import Input

/// The shots, the takes of the selected one step by step, and its time.
struct TimelinePane {
    let state: EditorState
    var hasFrame = true

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        canvas.lay(.background, over: rect)
        canvas.press(rect, .panel(.timeline))
        let isFocused = state.focus == .timeline
        var rows = rect.inset(columns: hasFrame ? 2 : 1)
        if hasFrame {
            let glyph = isFocused ? canvas.glyphs.heavyRule : canvas.glyphs.rule
            canvas.write(
                String(repeating: glyph, count: rect.columns),
                isFocused ? .accent : .rule,
                in: rect,
                row: 0
            )
            rows.row += 1
            rows.rows -= 1
        }
        if hasFrame, rows.rows <= 3, state.keyframes == nil {
            CompactTimeline(state: state).draw(on: &canvas, in: rows)
        } else {
            drawAll(on: &canvas, in: rows)
        }
    }

    private func drawAll(on canvas: inout Canvas, in rows: CellRect) {
        let plan = TimelinePlan(
            rows: rows.rows,
            lanes: MotionLanes.count(state),
            leastTakes: state.keyframes == nil ? 2 : 5
        )
        let labels = rows.columns >= 56 ? 11 : 7
        let content = CellRect(
            column: rows.column + labels,
            row: rows.row,
            columns: rows.columns - labels,
            rows: rows.rows
        )
        if hasFrame {
            let frame = PanelFrame(.timeline, of: state, surface: .background)
            canvas.write(frame.title, right: frame.key, in: rows, row: 0)
            if rows.columns >= 56 {
                drawShots(on: &canvas, in: content, trailing: 4)
            } else {
                drawShots(on: &canvas, in: content, trailing: 0)
            }
        } else {
            drawShots(on: &canvas, in: rows, trailing: 0)
        }
        let middle = CellRect(
            column: rows.column,
            row: rows.row + plan.takes.lowerBound,
            columns: rows.columns,
            rows: plan.takes.count
        )
        if let session = state.keyframes {
            KeyCurve(state: state, session: session, labelColumns: labels)
                .draw(on: &canvas, in: middle)
        } else {
            TakeList(state: state, labelColumns: labels).draw(on: &canvas, in: middle)
        }
        MotionLanes(state: state, labelColumns: labels).draw(
            on: &canvas,
            in: CellRect(
                column: rows.column,
                row: rows.row + plan.lanes.lowerBound,
                columns: rows.columns,
                rows: plan.lanes.count
            )
        )
    }

    private func drawShots(on canvas: inout Canvas, in rect: CellRect, trailing: Int) {
        ShotStrip(state: state).draw(
            on: &canvas,
            in: CellRect(
                column: rect.column,
                row: rect.row,
                columns: rect.columns - trailing,
                rows: 2
            )
        )
    }
}

/// How the timeline's rows are shared out.
struct TimelinePlan: Equatable {
    /// Rows of takes, and of the failure's sentence.
    private(set) var takes: Range<Int>
    /// The playhead's row, a lane for each motion, and the ruler.
    private(set) var lanes: Range<Int>

    /// Shares out this many rows among takes and the lanes that motions want.
    init(rows: Int, lanes wanted: Int, leastTakes: Int = 2) {
        let blank = rows >= 8 ? 1 : 0
        let afterShots = 2 + blank
        let fixed = 2
        let room = max(0, rows - afterShots - fixed)
        let most = leastTakes == 2 ? 3 : 4
        let lanes = min(wanted, max(0, room - leastTakes), most)
        let takes = max(0, room - lanes)
        self.takes = afterShots..<afterShots + takes
        self.lanes = self.takes.upperBound..<max(self.takes.upperBound, rows)
    }
}
