import Editorial
import Foundation
package import Motion

/// A scene's camera motion, made into a preset.
package struct MotionPreset: Hashable, Sendable {
    package let preset: Preset
    /// What had to be changed so that a preset can hold it, in sentences.
    package let remarks: [String]

    /// Makes a preset of a scene's curves.
    ///
    /// The move is put in the middle of the picture and at its widest where
    /// the lens is shortest, so that it shows least beyond the picture's edges.
    ///
    /// The letters and digits of `name` make the id; `origin`, the clip's name,
    /// stands in the summary.
    package init(_ curves: CameraCurves, name: String, origin: String) {
        let channels = MotionChannels(curves)
        let name = MotionPreset.plain(name, limit: 60) ?? "Recovered Motion"
        let origin = MotionPreset.plain(origin, limit: 80) ?? "a clip"
        let length = min(max(curves.seconds, 0.1), 600)
        preset = Preset(
            id: MotionPreset.id(name),
            name: name,
            tags: ["recovered"],
            summary: "Moves as the camera of \(origin) did.",
            seconds: PresetSeconds(
                minimum: max(0.1, (length * 5).rounded(.down) / 10),
                standard: max(0.1, (length * 10).rounded() / 10),
                maximum: min(600, max(0.1, (length * 20).rounded(.up) / 10))
            ),
            words: ["text": MotionWords(channels).sentence],
            curves: channels.curves
        )
        remarks = channels.remarks
    }

    /// The preset as the text of its file, which `PresetLibrary.decode` reads back.
    package var yaml: String {
        var lines = [
            "version: 1", "kind: camera", "", "id: \(preset.id)",
            "name: \(quoted(preset.name))", "tags: [recovered]",
            "for: \(quoted(preset.summary))",
            "seconds: [\(number(preset.seconds.minimum)), \(number(preset.seconds.standard)), "
                + "\(number(preset.seconds.maximum))]",
            "", "# Recovered from a clip; every key is a moment at which its line turns.",
        ]
        let channels = CameraChannel.allCases.filter { preset.curves[$0] != nil }
        lines.append(channels.isEmpty ? "keys: {}" : "keys:")
        for channel in channels {
            guard case .smooth(let keys) = preset.curves[channel] else { continue }
            lines += ["  \(channel.rawValue):", "    smooth: true", "    at:"]
            lines += keys.map { "      - [\(number($0.time)), \(number($0.value))]" }
        }
        lines += ["", "words:", "  text: \(quoted(preset.words["text"] ?? "camera moves"))"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }

    /// Plain decimals, which every reader takes for a number.
    private func number(_ value: Double) -> String {
        var text = String(format: "%.5f", locale: Locale(identifier: "en_US_POSIX"), value)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "-0" ? "0" : text
    }

    private static func id(_ name: String) -> String {
        let words = name.lowercased().split { character in
            !character.isASCII || !(character.isLetter || character.isNumber)
        }
        let id = words.joined(separator: "-").prefix(60)
        let trimmed = id.hasSuffix("-") ? id.dropLast() : id
        return trimmed.isEmpty ? "recovered-motion" : String(trimmed)
    }

    /// One line of visible text, or nil when there is nothing to see of it.
    private static func plain(_ text: String, limit: Int) -> String? {
        let shown = text.unicodeScalars.filter {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        let line = String(String(String.UnicodeScalarView(shown)).prefix(limit))
            .trimmingCharacters(in: .whitespaces)
        return line.isEmpty || line.unicodeScalars.count > limit ? nil : line
    }
}
