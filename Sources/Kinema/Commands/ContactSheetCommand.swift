import ArgumentParser
import Editorial
import Foundation
import Media
import Pipeline
import Terminal

struct ContactSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact-sheet",
        abstract: "Lay a film's frames out on one picture.",
        discussion: """
            For example:
              kinema contact-sheet take.mp4 -o sheet.png --columns 5 --rows 3
            """
    )

    @Argument(help: "The film.")
    var file: String

    @Option(help: "Frames side by side, 1 to 20.")
    var columns = 4

    @Option(help: "Rows of them, 1 to 50.")
    var rows = 4

    @Option(help: "The sheet's width in pixels, 160 to 16000.")
    var width = 1600

    @Flag(inversion: .prefixedNo, help: "Write its time on each.")
    var times = true

    @OptionGroup var writing: WritingOptions

    func run() throws {
        guard (1...20).contains(columns), (1...50).contains(rows), (160...16_000).contains(width),
            width / columns >= 40
        else {
            throw Complaint(
                "A sheet has 1 to 20 columns of at least 40 pixels, 1 to 50 rows and a width of "
                    + "160 to 16000; choose other numbers.",
                code: .usage
            )
        }
        let info = try MediaInfo(probing: file)
        guard info.kind == .video else {
            throw Complaint("\(file) is a picture already; choose a film.")
        }
        let sheet = ContactSheet(columns: columns, rows: rows, width: width, hasTimes: times)
        let size = sheet.size(of: PostPlan.filmSize(of: info.size))
        if writing.dryRun {
            let numbers = sheet.frames(of: info.frameCount ?? 1).map { "\($0.value)" }
            return try PlanReport(
                [file],
                writing.output,
                size: size,
                frames: 1,
                rate: info.frameRate ?? FrameRate(24),
                steps: ["decode     frames \(numbers.joined(separator: ", "))"]
            ).print(asJSON: writing.json)
        }
        let target = try OutputFile(writing.output, as: .still, replaces: writing.replaces)
        let bar = ProgressBar(asJSON: writing.json)
        let interrupt = Interrupt()
        let started = Wiring.now()
        defer { bar.finish() }
        let picture = try sheet.draw(file) {
            try interrupt.check()
            bar.show("laying out", $0)
        }
        try StillWriter.write(picture, to: target.path)
        bar.finish()
        guard writing.json else { return print("\(target.path.printable)  \(picture.size)") }
        try FilmReport(
            path: target.path,
            size: picture.size,
            frames: 1,
            fps: 1,
            seconds: Double(Wiring.now() - started) / 1000
        ).print(asJSON: true)
    }
}
