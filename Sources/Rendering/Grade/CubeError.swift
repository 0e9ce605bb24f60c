/// A table of colours that cannot be used.
package struct CubeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name, as the caller gave it.
    package var file: String
    /// Counted from 1; 0 where the fault is the file itself.
    package var line: Int
    /// What is wrong and what to do, in one sentence.
    package var message: String

    package init(file: String, line: Int = 0, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String {
        line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
    }
}
