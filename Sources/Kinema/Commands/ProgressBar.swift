import Foundation
import Glibc
import Terminal

/// How far long work is: a line on standard error where that is a terminal, or
/// with `--json` an object a line on standard output, four a second at most.
final class ProgressBar {
    private let isShown: Bool
    private let isJSON: Bool
    private var last = ""
    private var told: (time: Int, title: String, share: Double)?

    init(asJSON isJSON: Bool = false) {
        self.isJSON = isJSON
        isShown = !isJSON && isatty(STDERR_FILENO) == 1
    }

    func show(_ title: String, _ progress: Double) {
        if isJSON { tell(title, progress) }
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

    private struct Event: Encodable {
        let event = "progress"
        let step: String
        let share: Double
    }

    private func tell(_ title: String, _ share: Double) {
        let now = Wiring.now()
        let share = (min(1, max(0, share)) * 10_000).rounded() / 10_000
        if let told, told.title == title, share < 1, now - told.time < 250 { return }
        if let told, told.title == title, told.share == share { return }
        told = (now, title, share)
        // Two words and a number can always be written as JSON.
        try? JSONOutput.line(Event(step: title, share: share))
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
