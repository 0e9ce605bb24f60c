import Editor
import Editorial
import Input
import Terminal

/// The colour at the probe, in a corner of the picture.
struct ProbeInset {
    let reading: ProbeReading
    let state: EditorState

    private static let size = CellSize(columns: 30, rows: 5)

    func draw(on canvas: inout Canvas, over picture: CellRect) {
        let size = Self.size
        guard picture.columns >= size.columns + 8, picture.rows >= size.rows + 3 else { return }
        // In the other half than the probe, so that it hides nothing that is looked at.
        let isLeft = reading.probe.x < 500
        let rect = CellRect(
            column: isLeft ? picture.maxColumn - size.columns : picture.column,
            row: picture.row,
            columns: size.columns,
            rows: size.rows
        )
        canvas.layOver(rect)
        let inside = rect.inset(columns: 1)
        let film = state.previewTitle.size
        let pixel = reading.probe.pixel(width: film.width, height: film.height)
        canvas.write(
            StyledText("probe", .muted),
            right: StyledText("x \(pixel.x)  y \(pixel.y)", .faint),
            in: inside,
            row: 0
        )
        let swatch = CellRect(
            column: inside.maxColumn - 6,
            row: inside.row + 1,
            columns: 6,
            rows: 1
        )
        line("sRGB", codes, on: &canvas, in: inside, row: 1)
        canvas.lay(
            Colour(red: reading.red, green: reading.green, blue: reading.blue),
            over: swatch
        )
        line("hex", hex, on: &canvas, in: inside, row: 2)
        let light = reading.linear
        let parts = [light.red, light.green, light.blue].map { Self.decimal($0) }
        line("linear", parts.joined(separator: " "), on: &canvas, in: inside, row: 3)
        line("light", Self.decimal(reading.luminance), on: &canvas, in: inside, row: 4)
    }

    private var codes: String {
        [reading.red, reading.green, reading.blue].map { "\($0)" }.joined(separator: " ")
    }

    private var hex: String {
        "#"
            + [reading.red, reading.green, reading.blue]
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    private func line(
        _ label: String,
        _ value: String,
        on canvas: inout Canvas,
        in rect: CellRect,
        row: Int
    ) {
        canvas.write(label, .muted, in: rect, row: row)
        canvas.write(value, .text, in: rect, row: row, column: 8)
    }

    /// Three decimals, as grades are written.
    private static func decimal(_ value: Double) -> String {
        let thousandths = Int((min(1, max(0, value)) * 1000).rounded())
        let rest = "\(thousandths % 1000)"
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
