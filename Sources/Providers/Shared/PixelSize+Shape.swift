import Editorial
import Foundation

extension PixelSize {
    /// Returns the nearest of the shapes that a service knows, as `16:9`.
    ///
    /// - Precondition: There is one at least.
    func shape(among shapes: [(Int, Int)] = [(16, 9), (9, 16), (1, 1)]) -> String {
        // As logarithms, so that twice as wide is as far off as twice as high.
        func distance(_ shape: (Int, Int)) -> Double {
            abs(log(Double(shape.0) / Double(shape.1)) - log(Double(width) / Double(height)))
        }
        guard let nearest = shapes.min(by: { distance($0) < distance($1) }) else {
            preconditionFailure("A service knows a shape at least.")
        }
        return "\(nearest.0):\(nearest.1)"
    }
}
