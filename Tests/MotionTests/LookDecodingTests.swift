import Motion
import PlainText
import Testing

struct LookDecodingTests {
    private static let good = """
        version: 1
        kind: look
        id: my-look
        name: My Look
        group: Film
        tags: [one]
        for: To see it.
        stages:
          exposure: 0.5
          wb: [10, -4]
          bloom: {radius: 0.01, threshold: 0.7, amount: 0.2}
          curve: [[0, 0.1], [1, 0.9]]
          lgg: {lift: [0, 0, 0.1]}
          tone: {map: [[0, "#000000"], [1, "#ffffff"]], amount: 0.5}
          particles:
            - {kind: rain, density: 10, alpha: 0.5}
          drawing: {smooth: 3, edge: {ink: "#112233"}}
        words:
          text: a look
        """

    @Test func `A look's file says what every stage does`() throws {
        let preset = try PresetLibrary.decode(Self.good, file: "my-look.yaml")
        #expect(preset.category == .look)
        #expect(preset.curves.isEmpty)
        #expect(preset.group == "Film")
        #expect(preset.tags == ["one"])
        let look = try #require(preset.look)
        #expect(look.exposure == 0.5)
        #expect(look.balance.temperature == 10)
        #expect(look.balance.tint == -4)
        #expect(look.blooms.map(\.amount) == [0.2])
        #expect(look.grade.lift == SIMD3(0, 0, 0.1))
        #expect(look.tone?.map.count == 2)
        #expect(look.particles.map(\.kind) == [.rain])
        #expect(look.drawing?.edge?.ink == LookColour("#112233"))
        #expect(look.grain == LookGrain())
    }

    /// What is exchanged for what, and the line and the words of the error.
    @Test(arguments: [
        ("version: 1", "version: 2", 1, "allowed is 1"),
        ("name: My Look", "nmae: My Look", 4, "did you mean `name`"),
        ("group: Film\n", "", 1, "has no `group`"),
        ("  exposure: 0.5", "  exposre: 0.5", 9, "did you mean `exposure`"),
        ("  exposure: 0.5", "  colour: 0.5", 9, "there are particles"),
        ("exposure: 0.5", "exposure: 9", 9, "is 9; allowed is -8 to 8 (stops)"),
        ("exposure: 0.5", "exposure: .nan", 9, "is a number"),
        ("wb: [10, -4]", "wb: [10]", 10, "has 1 elements; 2 are allowed"),
        ("wb: [10, -4]", "wb: [400, 0]", 10, "is 400; allowed is -100 to 100"),
        ("threshold: 0.7", "treshold: 0.7", 11, "did you mean `threshold`"),
        ("amount: 0.2}", "amount: -1}", 11, "is -1; allowed is 0 to 4"),
        ("[[0, 0.1], [1, 0.9]]", "[[1, 0.1], [0, 0.9]]", 12, "from left to right"),
        ("[[0, 0.1], [1, 0.9]]", "[[0, 0.1]]", 12, "has 1 elements"),
        ("lift: [0, 0, 0.1]", "lift: 0.1", 13, "`lift` is a list"),
        ("\"#ffffff\"", "\"#fffff\"", 14, "is a colour such as"),
        ("[1, \"#ffffff\"]", "[0, \"#ffffff\"]", 14, "from dark to light"),
        ("kind: rain", "kind: frogs", 16, "`frogs` is not a word for `kind`; there are rain, snow"),
        ("kind: rain, ", "", 16, "have no `kind`"),
        ("smooth: 3", "smoth: 3", 17, "did you mean `smooth`"),
    ])
    func `What the format does not allow is told with its place`(
        from: String,
        to: String,
        line: Int,
        words: String
    ) {
        let text = Self.good.replacing(from, with: to, maxReplacements: 1)
        #expect(text != Self.good)
        let error = #expect(throws: PlainTextError.self) {
            try PresetLibrary.decode(text, file: "my-look.yaml")
        }
        #expect(error?.line == line)
        #expect(error?.column ?? 0 > 0)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
