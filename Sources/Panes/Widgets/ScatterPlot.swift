import Input

/// Points in a plane as braille dots, of one scale in both directions.
struct ScatterPlot {
    struct Dots {
        var row: Int
        var column: Int
        var glyph: String
    }

    /// The extent that is shown, both ways about its middle.
    private let middle: (x: Double, y: Double)
    private let reach: Double

    /// Shows these points with a little room about them.
    init(points: [(Double, Double)]) {
        let finite = points.filter { $0.0.isFinite && $0.1.isFinite }
        let (xs, ys) = (finite.map(\.0), finite.map(\.1))
        let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
        let (low, high) = (ys.min() ?? 0, ys.max() ?? 0)
        middle = ((left + right) / 2, (low + high) / 2)
        reach = max(0.05, right - left, high - low) * 1.1
    }

    /// Returns the cell that a point is in.
    func cell(of point: (Double, Double), in size: CellSize) -> (row: Int, column: Int) {
        let dot = dot(of: point, in: size)
        return (dot.y / 4, dot.x / 2)
    }

    /// Returns the cells that hold any of the points, with their dots.
    func dots(of points: [(Double, Double)], in size: CellSize) -> [Dots] {
        var cells: [Int: UInt32] = [:]
        for point in points where point.0.isFinite && point.1.isFinite {
            let dot = dot(of: point, in: size)
            let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
            cells[dot.y / 4 * size.columns + dot.x / 2, default: 0] |= bits[dot.x % 2][dot.y % 4]
        }
        return cells.sorted { $0.key < $1.key }.compactMap { place, dots in
            Unicode.Scalar(0x2800 + dots).map {
                Dots(
                    row: place / size.columns,
                    column: place % size.columns,
                    glyph: String(Character($0))
                )
            }
        }
    }

    /// A braille dot is about as wide as it is high.
    private func dot(of point: (Double, Double), in size: CellSize) -> (x: Int, y: Int) {
        let (width, height) = (size.columns * 2, size.rows * 4)
        let scale = Double(min(width, height) - 1) / reach
        let x = Double(width - 1) / 2 + (point.0 - middle.x) * scale
        let y = Double(height - 1) / 2 - (point.1 - middle.y) * scale
        return (
            min(max(0, Int(x.rounded())), width - 1), min(max(0, Int(y.rounded())), height - 1)
        )
    }
}
