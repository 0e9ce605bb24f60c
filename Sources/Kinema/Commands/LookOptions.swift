import ArgumentParser
import Motion
import Pipeline

/// The options that name looks.
struct LookOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A look, with its strength from 0 to 1; up to three are mixed.",
            valueName: "name[:strength]"
        )
    )
    var look: [String] = []

    /// Returns the looks as one stage; none when none are named.
    func stages() throws -> [PostStage] {
        guard !look.isEmpty else { return [] }
        return [.look(try recipe(), title: look.joined(separator: " + "))]
    }

    /// Returns the looks, mixed.
    func recipe() throws -> LookRecipe {
        guard look.count <= LookRecipe.mixingLimit else {
            throw Complaint(
                "At most \(LookRecipe.mixingLimit) looks are mixed; \(look.count) were given.",
                code: .usage
            )
        }
        let library = try Wiring().requirePresets(named: look)
        return .mixing(try look.map { try choice($0, in: library) })
    }

    private func choice(_ text: String, in library: PresetLibrary) throws
        -> (look: LookRecipe, strength: Double)
    {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard parts.count <= 2, let preset = library.find(name), let recipe = preset.look else {
            let looks = PresetLibrary(library.presets.filter { $0.look != nil })
            let near = looks.suggestions(for: name)
            let hint =
                near.isEmpty
                ? "“kinema presets” lists them." : "did you mean \(near.joined(separator: " or "))?"
            throw Complaint("There is no look “\(name)”; \(hint)", code: .usage)
        }
        guard parts.count == 2 else { return (recipe, recipe.standardStrength) }
        guard let strength = Double(parts[1]), (0...1).contains(strength) else {
            throw Complaint(
                "A strength of “\(parts[1])” is not possible for \(preset.name); "
                    + "choose one from 0 to 1, such as \(preset.id):0.6.",
                code: .usage
            )
        }
        return (recipe, strength)
    }
}
