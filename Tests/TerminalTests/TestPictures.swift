import Foundation
import Input

@testable import Terminal

extension Picture {
    /// A gradient with a disc on it; the disc moves with time.
    static func disc(_ width: Int, _ height: Int, time: Int = 0) -> Picture {
        var pixels = [UInt8](repeating: 255, count: width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let index = (y * width + x) * 4
                let u = x * 640 / width
                let v = y * 360 / height
                let dx = u - 200 - 4 * time
                let dy = v - 180
                let isDisc = dx * dx + dy * dy < 10_000
                pixels[index] = isDisc ? 250 : UInt8(u * 255 / 640)
                pixels[index + 1] = isDisc ? 200 : UInt8(v * 255 / 360)
                pixels[index + 2] = isDisc ? 40 : 120
            }
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    func colour(_ x: Int, _ y: Int) -> UInt32 {
        let index = (y * width + x) * 4
        return UInt32(pixels[index]) << 16 | UInt32(pixels[index + 1]) << 8
            | UInt32(pixels[index + 2])
    }

    /// Returns how near another picture of the same extent is, in decibels,
    /// after both were averaged over squares, as the eye does with a dither.
    func nearness(to other: [UInt32], square: Int = 1) -> Double {
        var sum = 0.0
        var count = 0.0
        for top in stride(from: 0, through: height - square, by: square) {
            for left in stride(from: 0, through: width - square, by: square) {
                for shift in [0, 8, 16] as [UInt32] {
                    var difference = 0
                    for y in top..<top + square {
                        for x in left..<left + square {
                            difference += Int(colour(x, y) >> shift & 255)
                            difference -= Int(other[y * width + x] >> shift & 255)
                        }
                    }
                    let mean = Double(difference) / Double(square * square)
                    sum += mean * mean
                    count += 1
                }
            }
        }
        return sum == 0 ? .infinity : 10 * log10(255 * 255 * count / sum)
    }
}

extension CellRect {
    /// Every cell of the rectangle.
    var points: Set<CellPoint> {
        var points: Set<CellPoint> = []
        for row in row..<maxRow {
            for column in column..<maxColumn {
                points.insert(CellPoint(column: column, row: row))
            }
        }
        return points
    }
}
