import Glibc

/// Writes frames as pictures with numbers in their names; one owner.
///
/// Each takes its name when it is whole. Discarding removes those that were
/// written, for half a sequence is of no use.
package final class PictureSequence: FrameSink {
    private let pattern: Pattern
    private let first: Int
    private let comment: String?
    private var written: [String] = []
    private var isFinished = false

    /// A path with one place for a number, such as `frame-%05d.png`.
    package struct Pattern: Hashable, Sendable {
        private let head: String
        private let tail: String
        private let digits: Int

        /// Nil for a path that has no such place, or several.
        package init?(_ path: String) {
            let parts = path.split(separator: "%", omittingEmptySubsequences: false)
            guard parts.count == 2, let end = parts[1].firstIndex(of: "d") else { return nil }
            let digits = parts[1][..<end]
            guard digits.allSatisfy({ ("0"..."9").contains($0) }), digits.count <= 3,
                (0...12).contains(Int(digits) ?? 1)
            else { return nil }
            head = String(parts[0])
            tail = String(parts[1][parts[1].index(after: end)...])
            self.digits = Int(digits) ?? 1
        }

        package func path(_ number: Int) -> String {
            let text = "\(number)"
            return head + String(repeating: "0", count: max(0, digits - text.count)) + text + tail
        }
    }

    package init(_ pattern: Pattern, from first: Int = 1, comment: String? = nil) {
        self.pattern = pattern
        self.first = first
        self.comment = comment
    }

    deinit { discard() }

    package func append(_ frame: Frame) throws(MediaError) {
        let path = pattern.path(first + written.count)
        do {
            try StillWriter.write(frame, to: path, comment: comment)
        } catch {
            discard()
            throw error
        }
        written.append(path)
    }

    package func finish() throws(MediaError) { isFinished = true }

    package func discard() {
        guard !isFinished else { return }
        written.forEach { unlink($0) }
        written = []
    }
}
