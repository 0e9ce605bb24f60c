import Foundation

/// A noise of one band of frequencies: a sum of sines, so that its value at
/// any time is exact and needs none before it.
struct SineNoise: Hashable, Sendable {
    private static let count = 12

    private struct Term: Hashable {
        var frequency: Double
        var cosine: Double
        var sine: Double
    }

    private var terms: [Term] = []

    /// Makes twelve sines spread over the band, each at a random place in its
    /// twelfth, with amplitudes that fall as f^-0.8.
    ///
    /// With a `period`, in seconds, every frequency is rounded so that the
    /// noise repeats after it; those that fall together become one.
    init(band: ClosedRange<Double>, rms: Double, key: ShakeKey, period: Double?) {
        guard rms > 0 else { return }
        let ratio = band.upperBound / band.lowerBound
        for index in 0..<SineNoise.count {
            let place = (Double(index) + key.share(2 * index)) / Double(SineNoise.count)
            let frequency = (band.lowerBound * pow(ratio, place)).whole(in: period)
            let amplitude = pow(frequency, -0.8)
            let phase = 2 * .pi * key.share(2 * index + 1)
            add(frequency, amplitude * cos(phase), amplitude * sin(phase))
        }
        let power = terms.reduce(0) { $0 + ($1.cosine * $1.cosine + $1.sine * $1.sine) / 2 }
        let scale = rms / power.squareRoot()
        for index in terms.indices {
            terms[index].cosine *= scale
            terms[index].sine *= scale
        }
    }

    private mutating func add(_ frequency: Double, _ cosine: Double, _ sine: Double) {
        guard let last = terms.last, last.frequency == frequency else {
            return terms.append(Term(frequency: frequency, cosine: cosine, sine: sine))
        }
        terms[terms.count - 1].cosine += cosine
        terms[terms.count - 1].sine += sine
    }

    func value(at seconds: Double) -> Double {
        var sum = 0.0
        for term in terms {
            let angle = 2 * .pi * term.frequency * seconds
            sum += term.cosine * cos(angle) + term.sine * sin(angle)
        }
        return sum
    }
}

extension Double {
    /// Returns the frequency nearest to this one, in Hz, that swings a whole
    /// number of times in a period of seconds; this one without a period.
    func whole(in period: Double?) -> Double {
        guard let period else { return self }
        return Swift.max(1, (self * period).rounded()) / period
    }
}
