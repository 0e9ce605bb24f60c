import ArgumentParser
import Editorial
import Foundation
import Generation
import Providers
import Terminal

extension ProvidersCommand {
    struct Models: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "models",
            abstract: "List the models, what each makes, and what it costs."
        )

        @Flag(help: "Also those whose service is not set up.")
        var all = false

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let desk = try Wiring().providers()
            let models = (all ? desk.catalogue : desk.readyCatalogue).models.map { Row($0, desk) }
            if json { return try JSONOutput.print(["models": models]) }
            let width = models.map(\.id.cellWidth).max() ?? 0
            for model in models {
                let name = model.id + String(repeating: " ", count: width - model.id.cellWidth)
                print(
                    "\(name)  \(model.product == "film" ? "film   " : "picture")  \(model.price)  \(model.words)"
                        .printable
                )
            }
        }
    }

    private struct Row: Encodable {
        let id: String
        let title: String
        let summary: String
        let product: String
        let price: String
        let startFrame: String
        let endFrame: String
        let promptLimit: Int
        let negativePrompt: Bool
        let seeded: Bool

        /// Why it cannot be asked now.
        let obstacle: String?

        init(_ model: Model, _ desk: ProviderDesk) {
            obstacle = desk.guests.first { $0.id == model.provider }?.obstacle
            id = model.id
            title = model.title
            summary = model.summary
            product = model.product.rawValue
            price = model.tariff.words
            startFrame = "\(model.abilities.startFrame)"
            endFrame = "\(model.abilities.endFrame)"
            promptLimit = model.abilities.promptLimit
            negativePrompt = model.abilities.negativePrompt
            seeded = model.abilities.seedLimit != nil
        }

        /// What it is for, or what to do before it can be used.
        var words: String { obstacle.map { "\(summary) (\($0))" } ?? summary }
    }
}

extension Tariff {
    /// The tariff for a person.
    fileprivate var words: String {
        switch self {
        case .free: "free"
        case .unknown: "price unknown"
        case .each(let money): "\(money) each"
        case .second(let money): "\(money) a second"
        }
    }
}
