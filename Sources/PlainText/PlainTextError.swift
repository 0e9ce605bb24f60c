/// A file that people edit and that cannot be used, with the place that says why.
package struct PlainTextError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name, as the caller gave it.
    package var file: String
    /// Counted from 1; 0 where the fault is the file itself.
    package var line: Int
    package var column: Int
    /// What is wrong there and what to write instead, in one sentence.
    package var message: String

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
