import Editor
import Editorial
import Input
import Terminal

/// Where the preview is in its film: play, time, the bar to scrub on, length, speed.
struct TransportBar {
    let state: EditorState

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard rect.columns >= 12 else { return }
        let request = state.previewRequest
        let glyphs = canvas.glyphs
        let isRoomy = rect.columns >= 48
        var left = StyledText(state.playback.isPlaying ? glyphs.play : glyphs.pause)
        left.append(isRoomy ? "  " : " ")
        left.append(Figures.timecode(request.frame, at: request.frameRate), .text, .bold)
        left.append(isRoomy ? "  " : " ")
        var right = StyledText()
        if isRoomy {
            let length = FrameIndex(request.frameCount)
            right.append("  \(Figures.timecode(length, at: request.frameRate))", .muted)
            right.append("  \(speed)\(glyphs.times)", .faint)
            if !state.playback.isLooping { right.append("  once", .faint) }
        }
        let bar = CellRect(
            column: rect.column + left.columns,
            row: rect.row,
            columns: rect.columns - left.columns - right.columns,
            rows: 1
        )
        canvas.write(left, in: rect, row: 0)
        canvas.write(
            Slider(share: Self.share(of: request)).text(columns: bar.columns, glyphs: glyphs),
            in: bar,
            row: 0
        )
        drawStops(on: &canvas, in: bar, of: request)
        canvas.write(right, in: rect, row: 0, column: rect.columns - right.columns)
        canvas.pressScrubber(bar)
    }

    /// Draws the ends of what is played, and the markers, on the bar.
    private func drawStops(on canvas: inout Canvas, in bar: CellRect, of request: PreviewRequest) {
        guard bar.columns > 2, request.frameCount > 1 else { return }
        func column(_ frame: Int) -> Int {
            let share = Double(frame) / Double(request.frameCount - 1)
            return min(bar.columns - 1, max(0, Int((share * Double(bar.columns - 1)).rounded())))
        }
        let knob = column(request.frame.value)
        let played = state.playedFrames
        if played.count < request.frameCount {
            canvas.write(
                canvas.glyphs.rangeStart,
                .text,
                in: bar,
                row: 0,
                column: column(played.lowerBound)
            )
            canvas.write(
                canvas.glyphs.rangeEnd,
                .text,
                in: bar,
                row: 0,
                column: column(played.upperBound - 1)
            )
        }
        for marker in state.shot.cut.markers where column(marker.frame.value) != knob {
            canvas.write(
                canvas.glyphs.caretDown,
                .motion,
                in: bar,
                row: 0,
                column: column(marker.frame.value)
            )
        }
    }

    /// How far through the film the frame is; the last frame is at 1.
    static func share(of request: PreviewRequest) -> Double {
        request.frameCount > 1
            ? Double(request.frame.value) / Double(request.frameCount - 1) : 0
    }

    private var speed: String {
        let speed = state.playback.speed
        return speed == speed.rounded() ? "\(Int(speed))" : Figures.strength(speed)
    }
}

extension Canvas {
    /// Makes every cell of a bar a place to scrub to.
    mutating func pressScrubber(_ bar: CellRect) {
        for column in 0..<bar.columns {
            press(
                CellRect(column: bar.column + column, row: bar.row, columns: 1, rows: bar.rows),
                .scrubber(columns: bar.columns, column: column)
            )
        }
    }
}
