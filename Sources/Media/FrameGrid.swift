import CLibAV
import Editorial

/// Maps a stream's timestamps to frame numbers at a constant rate.
struct FrameGrid {
    let rate: FrameRate
    /// The unit of the stream's timestamps, in seconds.
    let timeBase: AVRational
    /// The timestamp at which the first frame is shown.
    let origin: Int64

    /// Frame numbers beyond this mean a damaged timestamp, not a long film.
    static let limit = 1 << 40

    private var frameDuration: AVRational {
        AVRational(num: CInt(rate.denominator), den: CInt(rate.numerator))
    }

    /// Returns the number of the frame that starts nearest to a timestamp.
    func index(of timestamp: Int64) -> Int {
        let (elapsed, overflow) = timestamp.subtractingReportingOverflow(origin)
        guard !overflow else { return 0 }
        let index = av_rescale_q(elapsed, timeBase, frameDuration)
        return max(-FrameGrid.limit, min(FrameGrid.limit, Int(index)))
    }

    /// Returns the timestamp at which a frame starts.
    func timestamp(of index: Int) -> Int64 {
        let elapsed = av_rescale_q(
            Int64(max(-FrameGrid.limit, min(FrameGrid.limit, index))),
            frameDuration,
            timeBase
        )
        return origin.addingReportingOverflow(elapsed).partialValue
    }
}

extension FrameRate {
    /// A stream's average rate, or the nearest libav can guess; nil when it
    /// has none between 1/100 and 1000 frames a second.
    init?(of stream: UnsafeMutablePointer<AVStream>, in input: InputFile) {
        var rate = stream.pointee.avg_frame_rate
        if rate.num <= 0 || rate.den <= 0 {
            rate = av_guess_frame_rate(input.context, stream, nil)
        }
        guard rate.num > 0, rate.den > 0 else { return nil }
        var top: CInt = 0
        var bottom: CInt = 0
        // Rates of measured averages have huge terms, which nobody can read
        // and which would overflow exact arithmetic.
        av_reduce(&top, &bottom, Int64(rate.num), Int64(rate.den), 1_000_000)
        guard top > 0, bottom > 0, Double(top) / Double(bottom) <= 1000,
            Double(bottom) / Double(top) <= 100
        else { return nil }
        self.init(Int(top), Int(bottom))
    }
}
