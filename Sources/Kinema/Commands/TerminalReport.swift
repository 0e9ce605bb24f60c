import Terminal

/// What the doctor says of the terminal: what it can do, why Kinema thinks
/// so, and its own words.
struct TerminalReport {
    let found: TerminalFindings
    let environment: [String: String]

    var findings: [DoctorFinding] {
        let can = found.capabilities
        return [
            DoctorFinding(.good, "name", can.name ?? "unknown"),
            DoctorFinding(.good, "graphics", can.graphics.rawValue),
            DoctorFinding(can.depth == .direct ? .good : .note, "colours", colours),
            DoctorFinding(.good, "cell", "\(can.cell.width)×\(can.cell.height) pixels"),
            DoctorFinding(.good, "background", background),
            finding("synchronized", can.synchronizedOutput, "frames may show half drawn"),
            finding("kitty keyboard", can.kittyKeyboard, "some chords look alike"),
            finding("focus", can.focusReports, "it did not say"),
            finding("pixel pointer", can.pixelPointer, "the pointer is known by cells"),
            finding("shared memory", can.sharesMemory, "pictures go through the line"),
        ] + advice + can.reasons.map { DoctorFinding(.note, "because", $0) }
            + found.answers.map { DoctorFinding(.note, "answered", $0) }
    }

    private var colours: String {
        switch found.capabilities.depth {
        case .direct: "16 million"
        case .indexed256: "256"
        case .indexed16: "16"
        case .none: "none"
        }
    }

    private var background: String {
        guard let colour = found.capabilities.background else { return "not told" }
        let hex = String(colour.hex, radix: 16)
        let padded = String(repeating: "0", count: max(0, 6 - hex.count)) + hex
        return "#\(padded), \(found.capabilities.isLight == true ? "light" : "dark")"
    }

    private func finding(_ name: String, _ isThere: Bool, _ otherwise: String) -> DoctorFinding {
        DoctorFinding(isThere ? .good : .note, name, isThere ? "yes" : "no; \(otherwise)")
    }

    /// What a reader could change for better pictures.
    private var advice: [DoctorFinding] {
        guard environment["TMUX"]?.isEmpty == false, found.capabilities.graphics.isText else {
            return []
        }
        return [
            DoctorFinding(
                .note,
                "advice",
                "in a terminal with kitty's graphics, tmux set -g allow-passthrough on lets them through"
            )
        ]
    }
}
