import Terminal

/// One thing that the doctor looked at.
struct DoctorFinding: Encodable {
    enum State: String, Encodable {
        case good
        /// Works, and the reader may want to know.
        case note
        /// Something does not work without it.
        case missing
    }

    let state: State
    let name: String
    let detail: String

    init(_ state: State, _ name: String, _ detail: String) {
        self.state = state
        self.name = name
        self.detail = detail
    }
}

/// What the doctor looked at in one place.
struct DoctorSection: Encodable {
    let title: String
    let findings: [DoctorFinding]

    func print() {
        Swift.print(title)
        let width = findings.map(\.name.cellWidth).max() ?? 0
        for finding in findings {
            let mark =
                switch finding.state {
                case .good: "✓"
                case .note: "·"
                case .missing: "✗"
                }
            let padding = String(repeating: " ", count: width - finding.name.cellWidth)
            Swift.print(
                "  \(mark) \(finding.name.printable)\(padding)  \(finding.detail.printable)"
            )
        }
    }
}
