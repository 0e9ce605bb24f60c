import PlainText

extension PlainTextNode {
    /// Reads a stage that is made of numbers.
    func stage<Stage: LookStage>(_ what: String) throws(PlainTextError) -> Stage {
        var stage = Stage()
        let keys = try mapping(what, allowed: Stage.fields.map(\.key))
        try PlainTextNode.fill(&stage, from: keys)
        return stage
    }

    /// Reads a stage that is made of numbers and one colour.
    func stage<Stage: LookStage>(
        _ what: String,
        colour: (key: String, path: WritableKeyPath<Stage, LookColour>)
    ) throws(PlainTextError) -> Stage {
        var stage = Stage()
        var keys = try mapping(what, allowed: [colour.key] + Stage.fields.map(\.key))
        if let node = keys.removeValue(forKey: colour.key) {
            stage[keyPath: colour.path] = try node.colour("`\(colour.key)`")
        }
        try PlainTextNode.fill(&stage, from: keys)
        return stage
    }

    /// Reads a stage of two numbers that is written as a list.
    func pair<Stage: LookStage>(_ what: String, example: String) throws(PlainTextError) -> Stage {
        var stage = Stage()
        let elements = try list(what, count: 2...2, example: example)
        for (field, element) in zip(Stage.fields, elements) {
            stage[keyPath: field.path] = try element.number("The \(field.key)", in: field.range)
        }
        return stage
    }

    /// Puts numbers into the fields whose keys they have.
    static func fill<Stage: LookStage>(_ stage: inout Stage, from keys: [String: PlainTextNode])
        throws(PlainTextError)
    {
        for field in Stage.fields {
            guard let node = keys[field.key] else { continue }
            stage[keyPath: field.path] = try node.number("`\(field.key)`", in: field.range)
        }
    }

    func numbers(_ what: String, count: ClosedRange<Int>, in range: ClosedRange<Double>)
        throws(PlainTextError) -> [Double]
    {
        var numbers: [Double] = []
        for element in try list(what, count: count, example: "`[0.6, 0.4]`") {
            numbers.append(try element.number("An element of \(what)", in: range))
        }
        return numbers
    }

    /// Reads numbers for red, green and blue.
    func triple(_ what: String, in range: ClosedRange<Double>) throws(PlainTextError)
        -> SIMD3<Double>
    {
        let numbers = try numbers(what, count: 3...3, in: range)
        return SIMD3(numbers[0], numbers[1], numbers[2])
    }

    func colour(_ what: String) throws(PlainTextError) -> LookColour {
        guard let word, let colour = LookColour(word) else {
            throw error("\(what) is a colour such as \"#ff8a3c\", in quotes.")
        }
        return colour
    }
}
