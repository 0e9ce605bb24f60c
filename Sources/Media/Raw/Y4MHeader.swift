import Editorial

/// The first line of YUV4MPEG2.
enum Y4MHeader {
    /// Longer lines are none.
    static let limit = 1024

    private static let samples = [
        "420": "yuv420p", "420jpeg": "yuv420p", "420mpeg2": "yuv420p", "420paldv": "yuv420p",
        "420p10": "yuv420p10le", "422": "yuv422p", "422p10": "yuv422p10le", "444": "yuv444p",
        "444p10": "yuv444p10le", "mono": "gray",
    ]

    /// Returns what a line, without its end, announces; nil for any other line.
    static func read(_ line: String) -> RawVideo? {
        let words = line.split(separator: " ")
        guard words.first == "YUV4MPEG2" else { return nil }
        var (width, height) = (0, 0)
        var rate = FrameRate(25)
        var kind = "420"
        var isFullRange = false
        for word in words.dropFirst() {
            let value = word.dropFirst()
            switch word.first {
            case "W": width = Int(value) ?? 0
            case "H": height = Int(value) ?? 0
            case "F":
                guard let read = FrameRate(String(value.map { $0 == ":" ? "/" : $0 })) else {
                    return nil
                }
                rate = read
            case "C": kind = String(value)
            case "X": if value == "COLORRANGE=FULL" { isFullRange = true }
            default: break
            }
        }
        guard let samples = samples[kind], (1...PixelLimit.side).contains(width),
            (1...PixelLimit.side).contains(height), width * height <= PixelLimit.film
        else { return nil }
        return RawVideo(
            size: PixelSize(width: width, height: height),
            frameRate: rate,
            samples: samples,
            isAnnounced: true,
            isFullRange: isFullRange
        )
    }

    static func line(of video: RawVideo) -> String {
        let isDeep = video.samples == "yuv420p10le"
        let kind = isDeep ? "420p10 XYSCSS=420P10" : "420mpeg2 XYSCSS=420MPEG2"
        let rate = video.frameRate
        return "YUV4MPEG2 W\(video.size.width) H\(video.size.height) "
            + "F\(rate.numerator):\(rate.denominator) Ip A1:1 C\(kind) XCOLORRANGE=LIMITED\n"
    }
}
