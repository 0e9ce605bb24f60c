/// A sound under the whole film.
package struct Music: Hashable, Codable, Sendable {
    /// In decibels.
    package static let gains = -60.0...12.0

    package var asset: Asset.ID
    /// What it was called when it came in, for people.
    package var name: String
    /// Louder or softer than it is, in decibels.
    package var gain: Double
    /// How long it takes to come and to go.
    package var fadeIn: RationalTime
    package var fadeOut: RationalTime

    package init(
        asset: Asset.ID,
        name: String,
        gain: Double = 0,
        fadeIn: RationalTime = .zero,
        fadeOut: RationalTime = RationalTime(1)
    ) {
        self.asset = asset
        self.name = name
        self.gain = gain
        self.fadeIn = fadeIn
        self.fadeOut = fadeOut
    }
}

/// How loud a sound is from moment to moment, to be drawn.
package struct SoundShape: Hashable, Sendable {
    /// How many peaks a second has.
    package static let rate = 50

    package let seconds: Double
    /// The loudest sample of each fiftieth of a second, 0…1.
    package let peaks: [Float]

    package init(seconds: Double, peaks: [Float]) {
        self.seconds = seconds
        self.peaks = peaks
    }

    /// Returns the loudest of a stretch of time; 0 outside of the sound.
    package func peak(from start: Double, to end: Double) -> Float {
        let first = max(0, Int((start * Double(Self.rate)).rounded(.down)))
        let last = min(peaks.count, max(first + 1, Int((end * Double(Self.rate)).rounded(.up))))
        return first < last ? peaks[first..<last].max() ?? 0 : 0
    }
}
