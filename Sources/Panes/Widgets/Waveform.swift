import Editor
import Editorial
import Input

/// A stretch of a sound as blocks that grow from the bottom.
struct Waveform {
    let shape: SoundShape
    /// In seconds of the sound; what lies outside of it is silence.
    let from: Double
    let to: Double
    var ink = Theme.Role.motion

    func draw(on canvas: inout Canvas, in rect: CellRect) {
        guard !rect.isEmpty, to > from else { return }
        let signs = canvas.glyphs.levels
        let levels = levels(columns: rect.columns)
        for row in 0..<rect.rows {
            // How much of a column's height lies below this row.
            let floor = Double(rect.rows - 1 - row)
            let text = levels.map { level -> String in
                let filled = (Double(level) * Double(rect.rows) - floor) * Double(signs.count - 1)
                return signs[min(signs.count - 1, max(0, Int(filled.rounded(.up))))]
            }.joined()
            canvas.write(text, ink, in: rect, row: row)
        }
    }

    /// Heights from 0 to 1; as the ear has it, and not the voltmeter.
    func levels(columns: Int) -> [Float] {
        let span = (to - from) / Double(columns)
        return (0..<columns).map { column in
            let start = from + Double(column) * span
            return shape.peak(from: start, to: start + span).squareRoot()
        }
    }
}
