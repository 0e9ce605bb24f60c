import Editor
import Terminal

extension String {
    /// The text broken between words into lines of at most this many columns.
    ///
    /// - Parameter limit: The most lines; the last one then ends with an ellipsis.
    func wrapped(columns: Int, limit: Int = .max, ellipsis: String = "…") -> [String] {
        let layout = TextLayout.wrap(printable, columns: columns) { String($0).cellWidth }
        var lines = layout.lines.map { $0.text.withoutTrailingBlanks }
        if lines.count > limit, limit > 0 {
            lines = Array(lines.prefix(limit))
            let last = lines.removeLast().clipped(to: columns - 1, ellipsis: false)
            lines.append(last.withoutTrailingBlanks + ellipsis)
        }
        return lines
    }

    private var withoutTrailingBlanks: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
