import Foundation
import Glibc
import Terminal

extension Wiring {
    /// Returns a file's path as it is told on standard output: to a terminal it is a link that
    /// opens the file, elsewhere just the path.
    func told(_ path: String) -> String {
        let term = environment["TERM"] ?? "dumb"
        let isPlain = ["dumb", "linux", "vt"].contains { term.hasPrefix($0) }
        guard isatty(STDOUT_FILENO) == 1, !isPlain else { return path.printable }
        return TerminalWords.link(path, to: URL(filePath: path).absoluteString)
    }
}
