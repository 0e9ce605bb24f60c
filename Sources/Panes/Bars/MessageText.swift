import Editor
import Terminal

/// A notice in the ink of its weight, with a sign that says it without colour.
enum MessageText {
    static func line(of notice: Notice, glyphs: Glyphs) -> StyledText {
        switch notice.severity {
        case .information: return StyledText(notice.text, .text)
        case .success:
            var line = StyledText("\(glyphs.done) ", .done)
            line.append(notice.text)
            return line
        case .warning:
            var line = StyledText("! ", .text, .bold)
            line.append(notice.text)
            return line
        case .failure:
            var line = StyledText("\(glyphs.failed) ", .failed, .bold)
            line.append(notice.text, .failed)
            return line
        }
    }
}
