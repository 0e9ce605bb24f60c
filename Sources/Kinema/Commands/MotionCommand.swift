import ArgumentParser
import Database
import Foundation
import Jobs
import Media
import Motion
import Pipeline
import Rendering
import Terminal
import Workspace

struct MotionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "motion",
        abstract: "Learn how a camera moves from a film.",
        subcommands: [Extract.self]
    )
}

extension MotionCommand {
    struct Extract: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "extract",
            abstract: "Recover the camera's motion from a clip, and save it as a preset.",
            discussion: """
                For example:
                  kinema motion extract clip.mp4 --smooth 0.3 -o walk.yaml
                Angles are those of a 35 mm lens, because a clip does not say which lens took it.
                """
        )

        @Argument(help: "The clip; of one with cuts, the longest scene is taken.")
        var clip: String

        @Option(name: .shortAndLong, help: "The preset's file to write.")
        var output: String?

        @Option(help: "The preset's name; otherwise the clip's.")
        var name: String?

        @Option(help: ArgumentHelp("How much of the jolts to take out.", valueName: "0…1"))
        var smooth: Double = 0

        @Option(help: ArgumentHelp("The scene to take, counted from 1.", valueName: "number"))
        var scene: Int?

        @Option(help: "What may happen to the picture: similarity, affine or homography.")
        var model: MotionModel = .homography

        @Flag(help: "Print one JSON object with every frame.")
        var json = false

        @Flag(help: "Leave it to a worker, as the queue has it, and come back at once.")
        var queued = false

        func run() throws {
            guard (0...1).contains(smooth) else {
                throw Complaint(
                    "A smoothing of \(smooth) is not possible; choose one from 0 to 1.",
                    code: .usage
                )
            }
            let target = try output.map { try PresetFile($0) }
            if queued { return try queue(target) }
            let track = try RecoveredMotion.track(of: clip, model: model)
            let found = RecoveredMotion(
                track,
                scene: try chosenScene(of: track),
                clip: clip,
                name: name,
                smooth: smooth
            )
            try target?.write(found.made.yaml)
            let report = MotionReport(found)
            if json { return try JSONOutput.print(report.answer(path: clip, preset: output)) }
            print(report.text(clip: clip).joined(separator: "\n"))
            if let output { print("\n\(output.printable)  is the preset \(found.made.preset.id).") }
        }

        private func queue(_ target: PresetFile?) throws {
            guard let target, !json else {
                throw Complaint("--queued wants -o, and has nothing for --json.", code: .usage)
            }
            // Before it waits: a clip that is none needs no worker.
            _ = try MediaInfo(probing: clip)
            let file = URL(filePath: clip).standardizedFileURL
            let order = MotionOrder(
                clip: file.path,
                path: URL(filePath: target.path).standardizedFileURL.path,
                name: name ?? file.deletingPathExtension().lastPathComponent,
                smooth: smooth,
                scene: scene.map { $0 - 1 },
                model: model
            )
            let wiring = Wiring()
            let workspace = try wiring.openWorkspace()
            var random = SystemRandomNumberGenerator()
            let job = try order.job(Job.ID(at: Wiring.now(), using: &random))
            try workspace.database.write { try workspace.queue.enqueue([job], on: $0) }
            try WorkerProcess(wiring: wiring).start()
            print("It is queued; “kinema jobs show \(job.id.text.suffix(12))” tells how far it is.")
        }

        private func chosenScene(of track: CameraTrack) throws -> Int {
            guard let scene else { return track.longestScene }
            guard track.scenes.indices.contains(scene - 1) else {
                let all = track.scenes.count
                throw Complaint(
                    "There is no scene \(scene) in \(clip); it has "
                        + (all == 1 ? "one." : "the scenes 1 to \(all)."),
                    code: .usage
                )
            }
            return scene - 1
        }
    }
}

extension MotionModel: ExpressibleByArgument {}
