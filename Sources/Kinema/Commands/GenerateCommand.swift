import ArgumentParser
import Editorial
import Foundation
import Generation
import Media
import Motion
import Pipeline
import Providers
import Terminal
import Workspace

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a film from a prompt, or from a picture.",
        discussion: """
            The take goes through the same queue as the editor's, so it is kept in the project \
            “Command line” and survives this command. For example:
              kinema generate "a lighthouse at dawn, low mist" --preset dolly-in -o dawn.mp4
              kinema generate "the lamp turns" --image dawn.png --model runway/gen4_turbo -o lamp.mp4
            """
    )

    @Argument(help: "What is to be seen.")
    var prompt: String

    @Option(help: "A picture to start from, instead of painting one.")
    var image: String?

    @Option(help: "A picture to come to, for models that take one.")
    var endImage: String?

    @OptionGroup var motion: MotionOptions

    @Option(help: "The look: \(Style.allCases.map(\.rawValue).joined(separator: ", ")).")
    var style: String = Style.cinematic.rawValue

    @Option(help: "The model, as “kinema providers models” lists them.")
    var model: String = Model.sketch.id

    @Option(name: .customLong("without"), help: "What must not be seen.")
    var negativePrompt: String = ""

    @Option(help: "The seed of everything that is left to chance.")
    var seed: UInt32 = 4711

    @Option(name: .shortAndLong, help: "The film to write.")
    var output: String

    @Flag(
        name: [.customShort("y"), .customLong("overwrite")],
        help: "Replace a file that is there already."
    )
    var replaces = false

    @Flag(help: "Print one JSON object about the film.")
    var json = false

    func run() throws {
        let wiring = Wiring()
        let library = try wiring.requirePresets()
        let target = try OutputFile(output, as: .mp4, replaces: replaces)
        let model = try chosenModel(wiring)
        var draft = try draft(in: library)
        for picture in [image, endImage] { if let picture { try checkPicture(picture) } }
        let workspace = try wiring.openWorkspace()
        if let image {
            draft.startFrame = try PictureImport(workspace: workspace).adopt(image).id
        }
        if let endImage {
            guard !model.isLocal else {
                throw Complaint(
                    "“\(model.id)” takes no end frame; leave --end-image out, or choose another model.",
                    code: .usage
                )
            }
            draft.endFrame = try PictureImport(workspace: workspace).adopt(endImage).id
        }
        let started = Wiring.now()
        if let problem = ModelFit(draft, for: model).problem {
            throw Complaint(problem.message, code: .usage)
        }
        let take = try HeadlessTake(wiring: wiring, workspace: workspace).run(draft, with: model)
        guard let film = take.film, let path = try workspace.assets.path(of: film) else {
            throw Complaint("The film is no longer in the library; generate it again.")
        }
        try target.write(copying: path)
        try FilmReport(
            path: output,
            size: draft.size,
            frames: draft.frameCount,
            fps: draft.frameRate.framesPerSecond,
            seconds: Double(Wiring.now() - started) / 1000
        ).print(asJSON: json)
    }

    private func draft(in library: PresetLibrary) throws -> Draft {
        guard let style = Style(rawValue: style.lowercased()) else {
            throw Complaint(
                "There is no style “\(style)”; choose one of "
                    + "\(Style.allCases.map(\.rawValue).joined(separator: ", ")).",
                code: .usage
            )
        }
        let text = prompt.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty || image != nil else {
            throw Complaint("Write a prompt, or choose a picture with --image.", code: .usage)
        }
        let size = try motion.frameSize()
        return Draft(
            prompt: text,
            negativePrompt: negativePrompt,
            style: style,
            aspect: motion.size == nil ? try motion.shape() : Aspect(size),
            duration: try motion.length(in: Draft.durations),
            frameRate: try motion.frameRate(),
            shortSide: min(size.width, size.height),
            seed: seed,
            motions: try motion.choices(in: library),
            model: model
        )
    }

    private func chosenModel(_ wiring: Wiring) throws -> Model {
        if model == Model.sketch.id { return .sketch }
        var catalogue = try wiring.providers().catalogue
        if catalogue[model] == nil, model.hasPrefix(Model.accountProvider + "/") {
            let workspace = try wiring.openWorkspace()
            try AccountDesk.wait { _ = try await wiring.refreshServiceOffer(workspace) }
            catalogue = try wiring.providers().catalogue
        }
        guard let known = catalogue[model] else {
            let provider = model.prefix { $0 != "/" } + "/"
            let near = catalogue.models.map(\.id).filter { $0.hasPrefix(provider) }
            let names = (near.isEmpty ? [Model.sketch.id] : near).joined(separator: ", ")
            throw Complaint(
                "There is no model “\(model)”; there is \(names), and “kinema providers models --all” "
                    + "lists them all.",
                code: .usage
            )
        }
        return known
    }

    private func checkPicture(_ path: String) throws {
        guard try MediaInfo(probing: path).kind == .still else {
            throw Complaint("\(path) is a film; --image takes a picture.", code: .usage)
        }
    }
}
