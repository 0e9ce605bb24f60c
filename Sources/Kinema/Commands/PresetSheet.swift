import Foundation
import Motion
import Terminal

/// What a person is told of one preset, line by line.
struct PresetSheet {
    let preset: Preset

    init(_ preset: Preset) {
        self.preset = preset
    }

    var lines: [String] {
        var lines = [
            "\(preset.name.printable)  (\(preset.id), \(heading))", preset.summary.printable,
        ]
        if let limits = preset.limits {
            lines.append(row("limited", "\(limits.printable). The rest needs a model."))
        }
        if !preset.tags.isEmpty {
            lines.append(row("tags", preset.tags.joined(separator: ", ").printable))
        }
        let seconds = preset.seconds
        lines.append(
            row(
                "seconds",
                "\(figure(seconds.minimum)) to \(figure(seconds.maximum)), "
                    + "best at \(figure(seconds.standard))"
            )
        )
        if preset.category == .camera { lines += camera(preset.camera) }
        for parameter in preset.parameters {
            let range = parameter.range
            lines.append(
                row(
                    "turn",
                    "\(parameter.name.printable) \(figure(range.lowerBound)) to "
                        + "\(figure(range.upperBound)), usually \(figure(parameter.standard)) "
                        + "(\(parameter.unit))"
                )
            )
        }
        for (kind, words) in preset.words.sorted(by: { $0.key < $1.key }) {
            lines.append(row(kind, words.printable))
        }
        return lines
    }

    private var heading: String {
        let group = preset.group.isEmpty ? "" : ", \(preset.group.printable)"
        return preset.category.rawValue + group
    }

    private func camera(_ move: CameraMove) -> [String] {
        var lines: [String] = []
        let moving = CameraChannel.allCases.filter { channel in
            move.curves[channel].map { !$0.isConstant } ?? false
        }
        if !moving.isEmpty {
            lines.append(row("moves", moving.map(\.rawValue).joined(separator: ", ")))
        }
        if move.handheld != .none {
            lines.append(
                row("hand", "\(move.handheld.style.rawValue) × \(figure(move.handheld.amount))")
            )
        }
        if let ramp = move.ramp { lines.append(row("time", ramp.name ?? "bent")) }
        switch move.depth {
        case .none: lines.append(row("depth", "none; it is the same on any picture"))
        case .helps: lines.append(row("depth", "helps; without, a flat version stands in"))
        case .needs: lines.append(row("depth", "needed; without, a flat version stands in"))
        }
        if move.edge != .reframe { lines.append(row("edge", move.edge.rawValue)) }
        if move.loops { lines.append(row("loop", "the last frame leads into the first")) }
        return lines
    }

    private func row(_ head: String, _ text: String) -> String {
        head.padding(toLength: max(12, head.count + 1), withPad: " ", startingAt: 0) + text
    }

    /// At most three digits after the point.
    private func figure(_ number: Double) -> String {
        let rounded = (number * 1_000).rounded() / 1_000
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
