/// A projective map of the plane.
///
/// Pixel coordinates count from a picture's top left corner, so that the
/// centre of the first pixel is at (0.5, 0.5).
package struct Homography: Hashable, Sendable {
    /// The nine numbers of the matrix, row by row.
    package let values: [Double]

    /// - Precondition: There are nine values.
    package init(_ values: [Double]) {
        precondition(values.count == 9, "A homography has nine values.")
        self.values = values
    }

    package static let identity = Homography([1, 0, 0, 0, 1, 0, 0, 0, 1])

    package func map(x: Double, y: Double) -> (x: Double, y: Double) {
        let depth = values[6] * x + values[7] * y + values[8]
        return (
            (values[0] * x + values[1] * y + values[2]) / depth,
            (values[3] * x + values[4] * y + values[5]) / depth
        )
    }

    /// Returns the map back, up to scale; nil when the map folds the plane to a line.
    package var inverse: Homography? {
        let m = values
        let adjugate = [
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
        ]
        let determinant = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6]
        return determinant == 0 ? nil : Homography(adjugate)
    }
}
