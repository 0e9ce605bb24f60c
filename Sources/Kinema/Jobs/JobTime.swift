import Foundation

/// Times of jobs, as they are printed.
enum JobTime {
    /// Returns ISO 8601 in UTC, with milliseconds.
    static func text(_ milliseconds: Int) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            .formatted(.iso8601.time(includingFractionalSeconds: true))
    }

    /// Returns seconds as `7s`, `2m05`, or `1h04`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e9 else { return "?" }
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole)s" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return whole < 3600
            ? "\(whole / 60)m\(two(whole % 60))" : "\(whole / 3600)h\(two(whole / 60 % 60))"
    }
}
