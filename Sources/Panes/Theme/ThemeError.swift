/// A theme that cannot be drawn with, and the place in its file that says why.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; 0 when the whole file is meant.
    package let line: Int
    package let column: Int
    /// What is wrong and what to write instead, in one sentence.
    package let message: String

    package init(file: String, line: Int = 0, column: Int = 0, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// Such as `dusk.yaml:4:12: “#12” is not a colour…`.
    package var description: String {
        line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
    }
}
