import Editorial
import Input
import Terminal
import Testing

@testable import Panes

struct PieceTests {
    @Test(arguments: [
        (0.0, "●─────────"), (0.5, "━━━━━●────"), (1.0, "━━━━━━━━━●"), (7.0, "━━━━━━━━━●"),
        (Double.nan, "●─────────"),
    ])
    func `A slider's knob stands at its share of the track`(share: Double, drawn: String) {
        #expect(Slider(share: share).text(columns: 10, glyphs: .unicode).text == drawn)
    }

    @Test func `Progress has no knob`() {
        let bar = Slider(share: 0.42, hasKnob: false).text(columns: 10, glyphs: .unicode)
        #expect(bar.text == "━━━━──────")
    }

    @Test func `A rising curve runs from the lower left to the upper right`() {
        let rows = BrailleCurve(values: [0, 1]).rows(columns: 4, rows: 2)
        #expect(rows.count == 2 && rows.allSatisfy { $0.count == 4 })
        #expect(rows[0].first == " " && rows[0].last != " ")
        #expect(rows[1].first != " " && rows[1].last == " ")
    }

    @Test func `A flat curve runs along the bottom`() {
        #expect(BrailleCurve(values: [3, 3]).rows(columns: 3, rows: 2) == ["   ", "⣀⣀⣀"])
    }

    @Test func `Without braille a curve is drawn with points`() {
        let rows = BrailleCurve(values: [0, 1]).rows(columns: 3, rows: 3, hasBraille: false)
        #expect(rows == ["  .", " . ", ".  "])
    }

    @Test func `A window keeps the cursor in sight at both ends`() {
        #expect(ScrollWindow.rows(count: 100, cursor: 0, room: 10) == 0..<10)
        #expect(ScrollWindow.rows(count: 100, cursor: 50, room: 10) == 45..<55)
        #expect(ScrollWindow.rows(count: 100, cursor: 99, room: 10) == 90..<100)
        #expect(ScrollWindow.rows(count: 3, cursor: 1, room: 10) == 0..<3)
    }

    @Test func `A cut text ends with an ellipsis within its room`() {
        var canvas = Canvas(size: .init(columns: 6, rows: 1), theme: .standard, glyphs: .unicode)
        let row = CellRect(column: 0, row: 0, columns: 6, rows: 1)
        canvas.write("夜の海です", in: row, row: 0)
        #expect(canvas.surface.lines == ["夜の…"])
    }

    @Test func `A running step shows its share and what is left`() {
        let start = Timestamp(milliseconds: 0)
        let now = Timestamp(milliseconds: 6500)
        var ids = IdentifierSource(seed: 1, now: now)
        let take = FixtureTake.running.take(
            number: 2,
            of: Shot(id: ids.identifier(), name: "", draft: Draft()),
            id: ids.identifier(),
            at: start
        )
        let strip = StepStrip(take: take, now: now).text(columns: 66, glyphs: .unicode)
        #expect(strip.columns <= 66)
        #expect(strip.text.hasPrefix("✓ image 0.8 s ── ◐ video ━"))
        #expect(strip.text.hasSuffix("─ 42 %  9 s left ── ○ post"))
        let narrow = StepStrip(take: take, now: now).text(columns: 28, glyphs: .unicode)
        #expect(narrow.text == "◐ video ━━─── 42 %  9 s left")
    }
}

struct FigureTests {
    @Test func `Times are short and have their unit`() {
        #expect(Figures.seconds(0.8) == "0.8 s")
        #expect(Figures.seconds(12.4) == "12 s")
        #expect(Figures.seconds(125) == "2 min 5 s")
        #expect(Figures.estimate(8.97) == "9 s")
        #expect(Figures.seconds(.nan) == "a long time")
    }

    @Test func `Shares, sizes and counts read as people write them`() {
        #expect(Figures.percent(0.42) == "42 %")
        #expect(Figures.percent(0.999) == "99 %")
        #expect(Figures.bytes(3_100_000) == "3.1 MB")
        #expect(Figures.bytes(812) == "812 B")
        #expect(Figures.count(1240) == "1 240")
        #expect(Figures.strength(0.65) == "0.65")
        #expect(Figures.strength(0.6) == "0.6")
    }

    @Test func `A timecode counts frames from 0`() {
        #expect(Figures.timecode(FrameIndex(30), at: FrameRate(24)) == "00:00:01:06")
        #expect(Figures.timecode(FrameIndex(120), at: FrameRate(24)) == "00:00:05:00")
    }
}
