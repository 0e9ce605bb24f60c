import Editorial
import Testing

@testable import Pipeline

struct RecipeTests {
    @Test func `A draft comes back from the tags it was written into`() throws {
        let draft = Draft(
            prompt: "a “quoted” prompt; with=signs\nand lines",
            motions: [MotionChoice(preset: "dolly-in", strength: 0.35)]
        )
        #expect(Recipe.draft(from: try Recipe.metadata(for: draft)) == draft)
    }

    @Test(arguments: ["", "a film about us", "kinema-recipe-1:", "kinema-recipe-1:{\"prompt\":1}"])
    func `A comment that is no recipe of ours gives no draft`(comment: String) {
        #expect(Recipe.draft(from: ["comment": comment]) == nil)
    }

    @Test func `A film without a prompt has no empty title`() throws {
        #expect(try Recipe.metadata(for: Draft())["title"] == nil)
    }
}

struct ProgressGateTests {
    @Test func `Progress is written at most four times a second`() {
        var gate = ProgressGate()
        let passed = (0...1000).filter { gate.pass(Double($0) / 1000, at: $0) != nil }
        #expect(passed == [0, 250, 500, 750, 1000])
    }

    @Test func `Progress never goes backwards`() {
        var gate = ProgressGate()
        _ = gate.pass(0.5, at: 0)
        #expect(gate.pass(0.2, at: 300) == 0.5)
    }
}

struct ImageStepTests {
    @Test func `A sketch is painted larger than its film, within bounds`() {
        #expect(
            ImageStep.pictureSize(for: Draft(shortSide: 720))
                == PixelSize(width: 1920, height: 1080)
        )
        let largest = ImageStep.pictureSize(for: Draft(shortSide: 2160))
        #expect(largest.width == 3840)
    }
}
