import Editorial
import Foundation

/// Keys as people write them: `0:(0) 60:(5*sin(t))`.
///
/// A number is a key; an expression counts from its frame up to the next, with
/// `t` for the frame, and becomes keys every few frames.
struct KeyExpression {
    /// The most characters of a list.
    private static let limit = 2000
    /// How many frames lie between the keys of an expression.
    private static let stride = 4

    /// Returns the keys of a list for a shot of some frames; nil when it
    /// cannot be read, with no more keys than a lane may have.
    static func keys(_ text: String, frameCount: Int) -> [HandKey]? {
        guard text.count <= limit, let parts = parts(of: text), !parts.isEmpty else { return nil }
        var keys: [HandKey] = []
        for (index, part) in parts.enumerated() {
            guard part.frame < frameCount else { continue }
            if let number = Double(part.text), number.isFinite {
                keys.append(HandKey(FrameIndex(part.frame), number, easing: "linear"))
                continue
            }
            guard let formula = Formula(part.text) else { return nil }
            let end = index + 1 < parts.count ? parts[index + 1].frame : frameCount
            for frame in Swift.stride(from: part.frame, to: min(end, frameCount), by: stride) {
                guard let value = formula.value(at: Double(frame)) else { return nil }
                keys.append(HandKey(FrameIndex(frame), value, easing: "linear"))
            }
        }
        return keys.isEmpty || keys.count > HandCamera.keyLimit ? nil : keys
    }

    /// Splits a list into its frames and what stands in the brackets behind each.
    private static func parts(of text: String) -> [(frame: Int, text: String)]? {
        var parts: [(frame: Int, text: String)] = []
        var rest = Substring(text)
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            if rest.isEmpty { return parts }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let frame = Int(digits), (0...1_000_000).contains(frame),
                frame > parts.last?.frame ?? -1
            else { return nil }
            rest = rest.dropFirst(digits.count).drop { $0.isWhitespace }
            guard rest.first == ":" else { return nil }
            rest = rest.dropFirst().drop { $0.isWhitespace }
            guard rest.first == "(" else { return nil }
            var depth = 0
            var end = rest.startIndex
            for index in rest.indices {
                if rest[index] == "(" { depth += 1 }
                if rest[index] == ")" { depth -= 1 }
                end = index
                if depth == 0 { break }
            }
            guard depth == 0 else { return nil }
            parts.append((frame, String(rest[rest.index(after: rest.startIndex)..<end]).trimmed))
            rest = rest[rest.index(after: end)...]
        }
    }
}
