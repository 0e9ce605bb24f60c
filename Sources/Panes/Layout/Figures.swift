import Editorial

/// Numbers as people use them, always with their unit.
enum Figures {
    /// Such as `0.8 s`, `12 s`, `2 min 5 s`; tenths only below ten seconds.
    static func seconds(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 360_000 else { return "a long time" }
        let tenths = Int((max(0, seconds) * 10).rounded())
        if tenths < 100 { return "\(tenths / 10).\(tenths % 10) s" }
        let whole = (tenths + 5) / 10
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    /// How long ago a moment was: `just now`, `5 min ago`, `3 d ago`.
    static func ago(_ time: Timestamp, at now: Timestamp) -> String {
        let seconds = Int(max(0, now.seconds(since: time)))
        switch seconds {
        case ..<60: return "just now"
        case ..<3600: return "\(seconds / 60) min ago"
        case ..<86_400: return "\(seconds / 3600) h ago"
        case ..<(86_400 * 60): return "\(seconds / 86_400) d ago"
        default: return "\(seconds / (86_400 * 30)) mo ago"
        }
    }

    /// Whole seconds without tenths, for what is only an estimate.
    static func estimate(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 360_000 else { return "a long time" }
        let whole = max(1, Int(seconds.rounded(.up)))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    /// A duration with one decimal whatever its length: `5.0 s`.
    static func duration(_ time: RationalTime) -> String {
        "\(decimal(time.seconds, places: 1)) s"
    }

    /// A length with a decimal only where it says something: `5 s`, `2.5 s`.
    static func length(_ time: RationalTime) -> String {
        time.denominator == 1 ? "\(time.numerator) s" : duration(time)
    }

    /// A number with up to two decimals, whatever its sign.
    static func signed(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e6 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        return decimal(value, places: hundredths % 10 == 0 ? 1 : 2)
    }

    static func percent(_ share: Double) -> String {
        guard share.isFinite else { return "0 %" }
        return "\(Int((min(1, max(0, share)) * 100).rounded(.down))) %"
    }

    /// A strength with one decimal, or two where the second is not zero.
    static func strength(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1000 else { return "0.0" }
        let hundredths = Int((value * 100).rounded())
        return decimal(value, places: hundredths % 10 == 0 ? 1 : 2)
    }

    /// Such as `812 B`, `3.1 MB`.
    static func bytes(_ count: Int) -> String {
        var value = Double(max(0, count))
        var unit = 0
        let units = ["B", "kB", "MB", "GB", "TB"]
        while value >= 999.5, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        let number =
            unit == 0 || value >= 99.95
            ? "\(Int(value.rounded()))" : decimal(value, places: 1)
        return "\(number) \(units[unit])"
    }

    /// Thousands apart: `1 240`.
    static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(" ") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// `1 take`, `3 takes`.
    static func counted(_ number: Int, _ one: String, _ many: String) -> String {
        "\(count(number)) \(number == 1 ? one : many)"
    }

    /// Hours, minutes, seconds and frames: `00:00:01:06`.
    ///
    /// Frames are counted as if the rate were whole, without drop-frame jumps.
    static func timecode(_ frame: FrameIndex, at rate: FrameRate) -> String {
        Timecode(of: frame, at: rate).description
    }

    private static func decimal(_ value: Double, places: Int) -> String {
        let scale = places == 2 ? 100 : 10
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let rest = String(scaled % scale)
        let padding = String(repeating: "0", count: places - rest.count)
        return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / scale).\(padding)\(rest)"
    }
}
