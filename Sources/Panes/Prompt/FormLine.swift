import Editor

/// A line of the prompt panel's form.
enum FormLine: Equatable {
    /// A line of the prompt, by its place in the text.
    case prompt(PromptText.Line)
    case field(FieldRow)
    case rule
    /// Goes first where room is short, the lower its rank.
    case blank(Int)

    /// Returns the lines without as many blanks, and at last rules, as it
    /// takes for the rest to fit.
    static func fitted(_ lines: [FormLine], into rows: Int) -> [FormLine] {
        var lines = lines
        for sacrifice in [FormLine.blank(0), .blank(1), .blank(2), .blank(3), .rule] {
            while lines.count > rows, let place = lines.lastIndex(of: sacrifice) {
                lines.remove(at: place)
            }
        }
        return lines
    }

    /// Whether this is the line that must stay in sight.
    func holdsCursor(of state: EditorState, textCursor: Int) -> Bool {
        switch self {
        case .prompt(let line): state.promptPanel.field == .prompt && line.row == textCursor
        case .field(let field): field.isCurrent
        case .rule, .blank: false
        }
    }
}
