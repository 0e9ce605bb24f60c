import Editor

/// Measures a picture: how bright and how coloured it is, and where.
///
/// Reads a few thousand pixels evenly over the picture, which is as much as
/// the dots of a scope can tell.
struct ScopeMeter {
    /// Dots across and down, four rows of them to a cell.
    private static let columns = 60
    private static let rows = 36
    private static let samples = 12_000

    /// RGBA, 8 bits a channel.
    let pixels: [UInt8]
    let width: Int
    let height: Int

    func read(_ scope: Scope) -> ScopeReading {
        switch scope {
        case .histogram:
            reading(scope, columns: Self.columns, planes: [histogram()])
        case .waveform:
            reading(scope, columns: Self.columns, planes: [waveform(Self.columns) { $0.luma }])
        case .parade:
            reading(
                scope,
                columns: 18,
                planes: [
                    waveform(18) { $0.red }, waveform(18) { $0.green }, waveform(18) { $0.blue },
                ]
            )
        case .vectorscope:
            reading(scope, columns: Self.columns, planes: [vectors()])
        }
    }

    private func reading(_ scope: Scope, columns: Int, planes: [[UInt8]]) -> ScopeReading {
        ScopeReading(scope: scope, columns: columns, rows: Self.rows, planes: planes)
    }

    private struct Sample {
        let red: Int
        let green: Int
        let blue: Int
        let column: Int

        /// BT.709, in whole numbers.
        var luma: Int { (red * 54 + green * 183 + blue * 19) >> 8 }
        var blueness: Int { (blue - luma) * 100 / 186 }
        var redness: Int { (red - luma) * 100 / 157 }
    }

    private func visit(_ body: (Sample) -> Void) {
        let step = max(1, Int((Double(width * height) / Double(Self.samples)).squareRoot()))
        for row in stride(from: step / 2, to: height, by: step) {
            for column in stride(from: step / 2, to: width, by: step) {
                let place = (row * width + column) * 4
                body(
                    Sample(
                        red: Int(pixels[place]),
                        green: Int(pixels[place + 1]),
                        blue: Int(pixels[place + 2]),
                        column: column
                    )
                )
            }
        }
    }

    private func histogram() -> [UInt8] {
        var counts = [Int](repeating: 0, count: Self.columns)
        visit { counts[min(Self.columns - 1, $0.luma * Self.columns / 256)] += 1 }
        let most = Double(counts.max() ?? 0)
        var plane = [UInt8](repeating: 0, count: Self.columns * Self.rows)
        for (column, count) in counts.enumerated() where count > 0 {
            // The root, so that what there is little of is seen beside what there is much of.
            let height = Int(((Double(count) / most).squareRoot() * Double(Self.rows)).rounded(.up))
            for row in (Self.rows - height)..<Self.rows { plane[row * Self.columns + column] = 255 }
        }
        return plane
    }

    private func waveform(_ columns: Int, _ value: (Sample) -> Int) -> [UInt8] {
        var plane = [UInt8](repeating: 0, count: columns * Self.rows)
        visit { sample in
            let column = min(columns - 1, sample.column * columns / width)
            let row = Self.rows - 1 - min(Self.rows - 1, value(sample) * Self.rows / 256)
            let place = row * columns + column
            plane[place] = UInt8(min(255, Int(plane[place]) + 12))
        }
        return plane
    }

    private func vectors() -> [UInt8] {
        var plane = [UInt8](repeating: 0, count: Self.columns * Self.rows)
        visit { sample in
            let x = Self.columns / 2 + sample.blueness * Self.rows / 256
            let y = Self.rows / 2 - sample.redness * Self.rows / 256
            guard (0..<Self.columns).contains(x), (0..<Self.rows).contains(y) else { return }
            let place = y * Self.columns + x
            plane[place] = UInt8(min(255, Int(plane[place]) + 24))
        }
        return plane
    }
}
