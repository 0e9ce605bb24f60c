/// A table of colours from a `.cube` file, as Adobe's specification 1.0 has
/// it: one axis for each channel alone, or three for all together.
package struct CubeLUT: Hashable, Sendable {
    package enum Shape: Hashable, Sendable {
        case curves, cube
    }

    package let shape: Shape
    /// Points along an axis.
    package let size: Int
    package var title: String
    /// What the first and the last point stand for.
    package var domain: Domain
    /// Red fastest, then green, then blue.
    package let values: [SIMD3<Float>]

    package struct Domain: Hashable, Sendable {
        package var lower = SIMD3<Double>.zero
        package var upper = SIMD3<Double>.one

        package init(lower: SIMD3<Double> = .zero, upper: SIMD3<Double> = .one) {
            self.lower = lower
            self.upper = upper
        }
    }

    package static let cubeSizes = 2...129
    package static let curveSizes = 2...65_536

    init(
        shape: Shape,
        size: Int,
        title: String,
        domain: Domain,
        values: [SIMD3<Float>]
    ) {
        self.shape = shape
        self.size = size
        self.title = title
        self.domain = domain
        self.values = values
    }

    /// Whether every colour stays what it is, to a 2000th of an 8 bit step.
    package var isIdentity: Bool {
        guard domain == Domain() else { return false }
        let step = 1 / Double(size - 1)
        return values.indices.allSatisfy { index in
            let place =
                shape == .curves
                ? SIMD3(repeating: index)
                : SIMD3(index % size, index / size % size, index / (size * size))
            let off = SIMD3<Double>(values[index]) - SIMD3<Double>(place) * step
            return max(off.max(), -off.min()) < 2e-6
        }
    }

    /// Returns what a colour becomes; outside the domain it is that of the
    /// edge.
    package func callAsFunction(_ colour: SIMD3<Double>) -> SIMD3<Double> {
        let share = (colour - domain.lower) / (domain.upper - domain.lower)
        let place = share.clamped(lowerBound: .zero, upperBound: .one) * Double(size - 1)
        return shape == .cube ? tetrahedral(place) : linear(place)
    }

    private func linear(_ place: SIMD3<Double>) -> SIMD3<Double> {
        var result = SIMD3<Double>.zero
        for channel in 0..<3 {
            let left = min(Int(place[channel]), size - 2)
            let (a, b) = (Double(values[left][channel]), Double(values[left + 1][channel]))
            result[channel] = a + (b - a) * (place[channel] - Double(left))
        }
        return result
    }

    /// The mean of the corners of the tetrahedron around a place, weighed by
    /// how near they are.
    private func tetrahedral(_ place: SIMD3<Double>) -> SIMD3<Double> {
        let (row, sheet) = (size, size * size)
        let x = min(Int(place.x), size - 2), y = min(Int(place.y), size - 2)
        let z = min(Int(place.z), size - 2)
        let share = place - SIMD3(Double(x), Double(y), Double(z))
        let (top, low) = (share.max(), share.min())
        let middle = share.sum() - top - low
        // From the first corner the way goes along the longest side first and
        // along the shortest last.
        let first = share.x == top ? 1 : share.y == top ? row : sheet
        let last = share.z == low ? sheet : share.y == low ? row : 1
        let base = x + y * row + z * sheet
        let end = base + 1 + row + sheet
        var sum = SIMD3<Double>(values[base]) * (1 - top)
        sum += SIMD3<Double>(values[base + first]) * (top - middle)
        sum += SIMD3<Double>(values[end - last]) * (middle - low)
        sum += SIMD3<Double>(values[end]) * low
        return sum
    }
}
