import Terminal

/// A line of text in runs, each with its ink; the surface comes from where it is drawn.
struct StyledText: Equatable {
    struct Run: Equatable {
        var text: String
        var ink: Theme.Role
        var attributes: CellAttributes
    }

    private(set) var runs: [Run] = []

    init() {}

    init(_ text: String, _ ink: Theme.Role = .text, _ attributes: CellAttributes = []) {
        append(text, ink, attributes)
    }

    var columns: Int { runs.reduce(0) { $0 + $1.text.cellWidth } }
    var text: String { runs.map(\.text).joined() }

    mutating func append(
        _ text: String,
        _ ink: Theme.Role = .text,
        _ attributes: CellAttributes = []
    ) {
        guard !text.isEmpty else { return }
        runs.append(Run(text: text.printable, ink: ink, attributes: attributes))
    }

    mutating func append(_ other: StyledText) {
        runs += other.runs
    }

    /// Appends blanks up to a column, so that values stand in one line.
    mutating func pad(to column: Int) {
        append(String(repeating: " ", count: max(0, column - columns)), .text)
    }
}
