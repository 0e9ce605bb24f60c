import ArgumentParser
import Editorial
import Foundation
import Rendering

/// The options that say what is sketched, and how.
struct SketchOptions: ParsableArguments {
    @Argument(help: "What is to be seen.")
    var prompt: String

    @Option(
        help: ArgumentHelp(
            "The hand it is painted in: \(Style.allCases.map(\.rawValue).joined(separator: ", ")). "
                + "Without it, the one that the prompt names, or natural."
        )
    )
    var style: String?

    func chosenStyle() throws -> Style? {
        guard let style else { return nil }
        guard let known = Style(rawValue: style.lowercased()) else {
            throw Complaint(
                "There is no style “\(style)”; choose one of "
                    + "\(Style.allCases.map(\.rawValue).joined(separator: ", ")).",
                code: .usage
            )
        }
        return known
    }
}
