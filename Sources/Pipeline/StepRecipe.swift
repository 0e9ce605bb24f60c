import Editorial
import Foundation

/// All that determines what a step leaves: the same recipe gives the same bytes.
package struct StepRecipe: Hashable, Sendable {
    /// What is put into it, spelled one way: the hash of this is the step's key.
    package let text: String

    /// Spells a recipe.
    ///
    /// `version` grows whenever the step's own work changes what comes of it;
    /// `inputs` are the assets it reads, and `parameters` everything else.
    init(
        kind: String,
        version: Int,
        inputs: [Asset.ID],
        parameters: [String: String]
    ) {
        let settings = parameters.sorted { $0.key < $1.key }
            .map { "\($0.key.utf8.count):\($0.key)=\($0.value.utf8.count):\($0.value)" }
        text = (["\(kind) \(version)"] + inputs.map(\.digest) + settings).joined(separator: "\n")
    }
}
