import ArgumentParser
import Motion
import Pipeline

/// The options that change colours one by one, and what a film's end adds.
struct GradeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Exposure in stops, -8 to 8.", valueName: "stops"))
    var exposure: Double?

    @Option(help: "Contrast, -1 to 1.")
    var contrast: Double?

    @Option(help: "Saturation as a factor, 0 to 3.")
    var saturation: Double?

    @Option(help: "White balance, -100 (cooler) to 100 (warmer).")
    var temperature: Double?

    @Option(help: "White balance, -100 (greener) to 100 (more magenta).")
    var tint: Double?

    @Option(help: ArgumentHelp("What is added to the shadows, -1 to 1.", valueName: "all|r,g,b"))
    var lift: String?

    @Option(help: ArgumentHelp("The midtones, 0.1 to 10.", valueName: "all|r,g,b"))
    var gamma: String?

    @Option(help: ArgumentHelp("The lights as a factor, 0 to 10.", valueName: "all|r,g,b"))
    var gain: String?

    @Option(help: "Film grain, 0 to 0.4; 0.02 is fine.")
    var grain: Double?

    @Option(help: "Darker corners, -1 to 1.")
    var vignette: Double?

    @Option(help: "Red light around what is bright, 0 to 2.")
    var halation: Double?

    @Option(help: ArgumentHelp("Bars that leave this shape, such as 2.39.", valueName: "ratio"))
    var letterbox: Double?

    /// Returns the options as one stage, which may change nothing.
    func stages() throws -> [PostStage] {
        let look = try recipe()
        guard !look.isNeutral else { return [] }
        return [.look(look, title: "grade: \(spoken)")]
    }

    private func recipe() throws -> LookRecipe {
        var look = LookRecipe()
        look.exposure = try number(exposure, "exposure", -8...8) ?? 0
        look.balance.temperature = try number(temperature, "temperature", -100...100) ?? 0
        look.balance.tint = try number(tint, "tint", -100...100) ?? 0
        if let contrast = try number(contrast, "contrast", -1...1), contrast != 0 {
            look.curves = [.contrast(contrast)]
        }
        look.saturation.saturation = try number(saturation, "saturation", 0...3) ?? 1
        look.grade.lift = try triple(lift, "lift", -1...1) ?? look.grade.lift
        look.grade.gamma = try triple(gamma, "gamma", 0.1...10) ?? look.grade.gamma
        look.grade.gain = try triple(gain, "gain", 0...10) ?? look.grade.gain
        look.grain.amount = try number(grain, "grain", 0...0.4) ?? 0
        if let amount = try number(vignette, "vignette", -1...1), amount != 0 {
            var vignette = LookVignette()
            (vignette.amount, vignette.radius, vignette.softness) = (amount, 0.5, 0.6)
            look.vignettes = [vignette]
        }
        if let amount = try number(halation, "halation", 0...2), amount > 0 {
            var glow = LookGlow()
            (glow.radius, glow.threshold, glow.amount) = (0.01, 0.7, amount)
            glow.tint = SIMD3(1, 0.35, 0.12)
            look.halations = [glow]
        }
        if let ratio = try number(letterbox, "letterbox", LookLetterbox.ratios) {
            look.letterbox = LookLetterbox(ratio: ratio)
        }
        return look
    }

    private var spoken: String {
        let numbers: [(String, Double?)] = [
            ("exposure", exposure), ("contrast", contrast), ("saturation", saturation),
            ("temperature", temperature), ("tint", tint), ("grain", grain),
            ("vignette", vignette), ("halation", halation), ("letterbox", letterbox),
        ]
        let texts = [("lift", lift), ("gamma", gamma), ("gain", gain)]
        let words =
            numbers.compactMap { name, value in value.map { "\(name) \($0)" } }
            + texts.compactMap { name, value in value.map { "\(name) \($0)" } }
        return words.joined(separator: ", ")
    }

    private func number(_ value: Double?, _ name: String, _ range: ClosedRange<Double>) throws
        -> Double?
    {
        guard let value else { return nil }
        guard range.contains(value) else { throw refusal("\(value)", name, range) }
        return value
    }

    private func triple(_ text: String?, _ name: String, _ range: ClosedRange<Double>) throws
        -> SIMD3<Double>?
    {
        guard let text else { return nil }
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0)
        }
        guard numbers.count == 1 || numbers.count == 3 else { throw refusal(text, name, range) }
        let values = try numbers.map { number in
            guard let number, range.contains(number) else { throw refusal(text, name, range) }
            return number
        }
        return values.count == 1
            ? SIMD3(repeating: values[0]) : SIMD3(values[0], values[1], values[2])
    }

    private func refusal(_ text: String, _ name: String, _ range: ClosedRange<Double>) -> Complaint
    {
        Complaint(
            "A \(name) of “\(text)” is not possible; choose "
                + "\(range.lowerBound) to \(range.upperBound).",
            code: .usage
        )
    }
}
