import CLibAV
import Editorial

/// One filter of a graph.
struct FilterNode {
    var name: String
    /// As they are, without libav's escapes: they are set one by one.
    var options: [(key: String, value: String)]
    /// The earlier nodes that feed it, by number, in the order of its inputs.
    var inputs: [Int]

    init(_ name: String, _ options: [(key: String, value: String)] = [], from inputs: [Int]) {
        self.name = name
        self.options = options
        self.inputs = inputs
    }

    /// Where pictures come in.
    static func pictures(_ size: PixelSize, _ format: AVPixelFormat, _ rate: FrameRate)
        -> FilterNode
    {
        let name = av_get_pix_fmt_name(format).map { String(cString: $0) } ?? "none"
        return FilterNode(
            "buffer",
            [
                ("video_size", "\(size.width)x\(size.height)"), ("pix_fmt", name),
                ("time_base", "\(rate.denominator)/\(rate.numerator)"),
                ("frame_rate", "\(rate.numerator)/\(rate.denominator)"),
                ("pixel_aspect", "1/1"),
            ],
            from: []
        )
    }

    /// Where sound comes in.
    static func sound(_ rate: Int, _ format: AVSampleFormat, layout: String) -> FilterNode {
        let name = av_get_sample_fmt_name(format).map { String(cString: $0) } ?? "none"
        return FilterNode(
            "abuffer",
            [
                ("sample_rate", "\(rate)"), ("sample_fmt", name), ("channel_layout", layout),
                ("time_base", "1/\(rate)"),
            ],
            from: []
        )
    }
}
