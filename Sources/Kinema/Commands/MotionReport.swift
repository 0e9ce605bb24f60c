import Editorial
import Foundation
import Motion
import Rendering
import Terminal

/// What is said of a recovered motion.
struct MotionReport {
    private let track: CameraTrack
    private let scene: Int
    private let curves: CameraCurves
    private let made: MotionPreset

    init(_ motion: RecoveredMotion) {
        track = motion.track
        scene = motion.scene
        curves = motion.curves
        made = motion.made
    }

    /// The answer for people: what was found, then each curve.
    func text(clip: String) -> [String] {
        let frames = track.scenes[scene]
        let name = URL(filePath: clip).lastPathComponent.printable
        var lines = [
            "\(name)  \(track.size)  \(track.steps.count) frames  \(scenes)",
            String(
                format: "scene %d: frames %d to %d, %.2f s, %.0f %% sure",
                scene + 1,
                frames.lowerBound + 1,
                frames.upperBound,
                curves.seconds,
                track.sureness(ofScene: scene) * 100
            ), "",
        ]
        for row in rows {
            let plot = CurvePlot(row.values, least: row.least, columns: 48, rows: 3).lines
            let low = row.values.min() ?? 0
            let high = row.values.max() ?? 0
            let facts = [row.name, row.text(high), row.text(low)]
            for (index, line) in plot.enumerated() {
                let left = index == 0 ? facts[0] : ""
                let right = index == 0 ? facts[1] : index == plot.count - 1 ? facts[2] : ""
                lines.append(
                    left.padding(toLength: 6, withPad: " ", startingAt: 0) + line + " " + right
                )
            }
        }
        lines += ["", parallax]
        return lines + made.remarks.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    private struct Row {
        let name: String
        let values: [Double]
        /// What is worth the plot's height.
        let least: Double
        let text: (Double) -> String
    }

    private var rows: [Row] {
        func degrees(_ value: Double) -> String {
            abs(value) < 0.005 ? "0.00°" : String(format: "%+.2f°", value)
        }
        return [
            Row(name: "pan", values: curves.pan, least: 0.6, text: degrees),
            Row(name: "tilt", values: curves.tilt, least: 0.6, text: degrees),
            Row(name: "roll", values: curves.roll, least: 0.6, text: degrees),
            Row(name: "zoom", values: curves.zoom, least: 0.02) { String(format: "×%.3f", $0) },
        ]
    }

    private var scenes: String {
        let cuts = track.scenes.dropFirst().map { "\($0.lowerBound + 1)" }
        switch cuts.count {
        case 0: return "no cuts"
        case 1: return "a cut at frame \(cuts[0])"
        case 2...8: return "cuts at frames \(cuts.joined(separator: ", "))"
        default: return "\(cuts.count) cuts"
        }
    }

    private var parallax: String {
        let share = String(format: "%.1f %%", curves.parallax * 100)
        return curves.travel == 0
            ? "parallax \(share): the camera turned on the spot"
            : String(
                format: "parallax %@: the camera travelled, %.0f %% of the move",
                share,
                curves.travel * 100
            )
    }

    /// The answer for machines.
    func answer(path: String, preset: String?) -> Answer {
        let frames = track.scenes[scene]
        return Answer(
            path: path,
            width: track.size.width,
            height: track.size.height,
            frames: track.steps.count,
            scenes: track.scenes.map { [$0.lowerBound, $0.upperBound] },
            scene: scene,
            seconds: curves.seconds,
            sureness: track.sureness(ofScene: scene),
            parallax: curves.parallax,
            preset: preset,
            id: made.preset.id,
            remarks: made.remarks,
            steps: frames.enumerated().map { index, frame in
                Answer.Frame(
                    frame: frame,
                    time: curves.times[index],
                    pan: curves.pan[index],
                    tilt: curves.tilt[index],
                    roll: curves.roll[index],
                    zoom: curves.zoom[index],
                    sureness: track.steps[frame].sureness,
                    map: track.steps[frame].map.values
                )
            }
        )
    }

    struct Answer: Encodable {
        struct Frame: Encodable {
            let frame: Int
            let time: Double
            let pan: Double
            let tilt: Double
            let roll: Double
            let zoom: Double
            let sureness: Double
            /// From pixels of the scene's first frame to this one's, row by row.
            let map: [Double]
        }

        let path: String
        let width: Int
        let height: Int
        let frames: Int
        /// Half-open.
        let scenes: [[Int]]
        let scene: Int
        let seconds: Double
        let sureness: Double
        let parallax: Double
        let preset: String?
        let id: String
        let remarks: [String]
        let steps: [Frame]
    }
}
