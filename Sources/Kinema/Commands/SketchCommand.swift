import ArgumentParser
import Editorial
import Foundation
import Media
import Rendering
import Terminal

struct SketchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sketch",
        abstract: "Paint a picture from a prompt, offline, and how deep it is.",
        discussion: """
            The same prompt, style, seed and size give the same picture. For example:
              kinema sketch "a lighthouse at dusk, rain" --style oil -o lighthouse.png
              kinema sketch "castle by a lake" --aspect 9:16 -o castle.png --depth castle-depth.png
            `kinema explain` tells what every word of a prompt does.
            """
    )

    @OptionGroup var sketch: SketchOptions

    @Option(help: "Another seed is another picture of the same thing.")
    var seed: UInt32 = 4711

    @Option(help: ArgumentHelp("The picture in pixels.", valueName: "width×height"))
    var size: String?

    @Option(help: "The picture's shape, such as 16:9, 9:16 or 1:1, 720 pixels on its short side.")
    var aspect: String?

    @Option(name: .shortAndLong, help: "The picture to write, PNG or JPEG.")
    var output: String

    @Option(help: "A grey PNG of 16 bits to write the depth into; near is bright.")
    var depth: String?

    @Flag(help: "Print one JSON object about the picture.")
    var json = false

    func run() throws {
        let style = try sketch.chosenStyle(), pixels = try pixels()
        guard
            let painted = try Sketch.paint(
                prompt: sketch.prompt,
                style: style,
                seed: seed,
                size: pixels
            )
        else { throw Complaint("The sketch was stopped; start it again.") }
        try StillWriter.write(painted.picture, to: output)
        if let depth {
            try GreyWriter.write(painted.depth.greys, size: painted.depth.size, to: depth)
        }
        if json {
            try JSONOutput.print(Answer(self, painted))
        } else {
            tell(painted)
        }
    }

    private func pixels() throws -> PixelSize {
        if let size {
            guard let pixels = PixelSize(size) else {
                throw Complaint(
                    "A size of “\(size)” is not possible; give two numbers such as 1280x720.",
                    code: .usage
                )
            }
            return pixels
        }
        guard let aspect else { return PixelSize(width: 1280, height: 720) }
        guard let shape = Aspect(aspect) else {
            throw Complaint(
                "An aspect of “\(aspect)” is not possible; give two numbers such as 16:9.",
                code: .usage
            )
        }
        return shape.size(shortSide: 720)
    }

    private func tell(_ painted: Sketch) {
        print("\(output.printable)  \(painted.picture.size), \(painted.style.title.lowercased())")
        if let depth { print("\(depth.printable)  depth, near is bright") }
        let ignored = painted.words.filter { $0.use == .ignored }.map(\.word)
        guard !ignored.isEmpty else { return }
        print("Ignored: \(ignored.joined(separator: ", ").printable); `kinema explain` says why.")
    }
}

extension SketchCommand {
    /// The answer for machines.
    private struct Answer: Encodable {
        let path: String
        let depth: String?
        let width: Int
        let height: Int
        let style: String
        let seed: UInt32
        let ignored: [String]

        init(_ command: SketchCommand, _ painted: Sketch) {
            path = command.output
            depth = command.depth
            width = painted.picture.size.width
            height = painted.picture.size.height
            style = painted.style.rawValue
            seed = command.seed
            ignored = painted.words.filter { $0.use == .ignored }.map(\.word)
        }
    }
}

extension DepthMap {
    /// The map in 16 bits, near is bright.
    fileprivate var greys: [UInt16] {
        nearness.map { UInt16((min(max($0, 0), 1) * 65_535).rounded()) }
    }
}
