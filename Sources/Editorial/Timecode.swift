/// A number of hours, minutes, seconds and frames, as editors count them;
/// frames are never dropped.
package struct Timecode: Hashable, Sendable, CustomStringConvertible {
    package var hours: Int
    package var minutes: Int
    package var seconds: Int
    package var frames: Int

    package init(hours: Int = 0, minutes: Int = 0, seconds: Int = 0, frames: Int = 0) {
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.frames = frames
    }

    /// Reads `01:00:00:00`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.count == 2 && part.allSatisfy(\.isASCII) ? Int(part) : nil
        }
        guard parts.count == 4, numbers.count == 4, (0...23).contains(numbers[0]),
            (0...59).contains(numbers[1]), (0...59).contains(numbers[2]),
            (0...99).contains(numbers[3])
        else { return nil }
        self.init(
            hours: numbers[0],
            minutes: numbers[1],
            seconds: numbers[2],
            frames: numbers[3]
        )
    }

    package var description: String {
        [hours, minutes, seconds, frames].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
    }
}

extension Timecode {
    /// The number of a frame, counted at a rate rounded to a whole number.
    package init(of frame: FrameIndex, at rate: FrameRate) {
        let base = max(1, Int(rate.framesPerSecond.rounded()))
        let number = max(0, frame.value)
        let seconds = number / base
        self.init(
            hours: seconds / 3600 % 24,
            minutes: seconds / 60 % 60,
            seconds: seconds % 60,
            frames: number % base
        )
    }
}
