import Editor
import Terminal

extension String {
    /// Breaks the text between words into lines of at most this many columns.
    ///
    /// What is beyond the limit of lines is left out, and the last one ends with
    /// the ellipsis.
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
