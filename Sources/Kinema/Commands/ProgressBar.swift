import Foundation
import Glibc
import Terminal

/// A line on standard error that shows how far long work is; nothing at all when that is not a terminal.
final class ProgressBar {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var last = ""

    func show(_ title: String, _ progress: Double) {
        guard isShown else { return }
        let width = 30
        let full = Int((min(1, max(0, progress)) * Double(width)).rounded())
        let bar =
            String(repeating: "━", count: full) + String(repeating: "─", count: width - full)
        let label = title.clipped(to: 16)
        let padding = String(repeating: " ", count: max(0, 16 - label.cellWidth))
        let line = "\(label)\(padding) \(bar) \(Int((progress * 100).rounded())) %"
        guard line != last else { return }
        last = line
        write("\r\u{1B}[K\(line)")
    }

    /// Takes the line away again.
    func finish() {
        guard isShown, !last.isEmpty else { return }
        last = ""
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
