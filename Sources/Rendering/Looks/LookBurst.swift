import Editorial
import Motion

/// Where a frame stands in the bursts of a breaking signal.
///
/// Time is cut into spans, one burst in each; when it begins is chance.
struct LookBurst {
    /// Which span it is.
    let number: Int
    /// Frames since the burst began; 0 outside it.
    let age: Int
    /// From 0 outside a burst to 1.
    let strength: Double

    init(_ digital: LookDigital, _ random: LookRandom, _ rate: FrameRate, at index: FrameIndex) {
        let span = max(2, rate.framesPerSecond / digital.rate)
        number = Int((Double(index.value) / span).rounded(.down))
        let key = UInt32(truncatingIfNeeded: number)
        let drags = digital.hold > 0
        let wanted = drags ? digital.hold : 3 + (5 * random.unit(44, key)).rounded()
        let length = min(wanted, (span * 0.9).rounded(.down))
        let first = ((Double(number) + random.unit(43, key) * (1 - length / span)) * span).rounded(
            .up
        )
        let since = Double(index.value) - first
        guard since >= 0, since < length else {
            (age, strength) = (0, 0)
            return
        }
        age = Int(since) + 1
        let jumpy = 0.55 + 0.45 * random.unit(45, UInt32(truncatingIfNeeded: index.value))
        strength = drags ? 1 : jumpy
    }
}
