import Editorial
import Generation
import Motion
import Testing

struct ModelTests {
    private let film = Model(
        id: "service/film",
        title: "Film",
        summary: "Films.",
        product: .film,
        tariff: .second(Money(cents: 5)),
        abilities: ModelAbilities(
            promptLimit: 20,
            startFrame: .required,
            sizes: .list([PixelSize(width: 1280, height: 720), PixelSize(width: 720, height: 1280)]
            ),
            seconds: .list([5, 10]),
            camera: .phrase("runway")
        )
    )

    @Test(arguments: [
        (0, "$0.00"), (250_000, "$0.25"), (12_000_000, "$12.00"), (4_000, "$0.004"),
        (1_234_567, "$1.234"), (-500_000, "-$0.50"),
    ])
    func `An amount is told in dollars`(millionths: Int, text: String) {
        #expect(Money(millionths: millionths).description == text)
    }

    @Test func `What is no amount is nothing`() {
        for dollars in [Double.nan, .infinity, -.infinity, 1e30] {
            #expect(Money(dollars: dollars) == .zero)
        }
    }

    @Test func `A shot costs what the length costs that is made of it`() {
        #expect(film.price(of: Draft(duration: RationalTime(4))) == .about(Money(cents: 25)))
        #expect(film.price(of: Draft(duration: RationalTime(6))) == .about(Money(cents: 50)))
        #expect(Model.sketch.price(of: Draft()) == .free)
    }

    @Test func `The size that is asked for has the nearest shape`() {
        let abilities = film.abilities
        #expect(abilities.size(for: PixelSize(width: 640, height: 360)).width == 1280)
        #expect(abilities.size(for: PixelSize(width: 400, height: 500)).height == 1280)
    }

    @Test func `What a model cannot do is said before anything is paid`() {
        let draft = Draft(prompt: String(repeating: "long ", count: 9), duration: RationalTime(12))
        let fit = ModelFit(draft, for: film)
        #expect(fit[.startFrame]?.isProblem == true)
        #expect(fit[.prompt]?.isProblem == true)
        #expect(fit[.duration]?.isProblem == true)
        #expect(fit[.seed]?.isProblem == false)
        #expect(ModelFit(draft, for: .sketch).remarks.isEmpty)
    }

    @Test func `What counts for nothing with a model is told, with why`() {
        let dimmed = film.dimmed(in: Draft(startFrame: Self.asset))
        #expect(Set(dimmed.keys) == [.negativePrompt, .endFrame, .seed])
        #expect(dimmed[.endFrame] == "Film takes no end frame.")
        #expect(dimmed.values.allSatisfy { $0.hasSuffix(".") })
    }

    @Test func `A sketch from a picture heeds neither prompt nor style`() {
        #expect(Model.sketch.dimmed(in: Draft())[.prompt] == nil)
        let dimmed = Model.sketch.dimmed(in: Draft(startFrame: Self.asset))
        #expect(dimmed[.prompt] != nil && dimmed[.style] != nil)
        #expect(dimmed[.motion] == nil && dimmed[.seed] == nil)
    }

    @Test func `An end frame stands in the way of a model that takes none`() {
        let draft = Draft(prompt: "sea", startFrame: Self.asset, endFrame: Self.asset)
        #expect(ModelFit(draft, for: film)[.endFrame]?.isProblem == true)
        #expect(ModelFit(draft, for: .sketch).problem == nil)
    }

    private static let asset = Asset.ID(String(repeating: "ab", count: 32))

    @Test func `A move is said in the model's own words`() throws {
        let push = try PresetLibrary.decode(
            """
            version: 1
            kind: camera
            id: push
            name: Push
            tags: [test]
            for: A push for tests.
            seconds: [1, 2, 3]
            keys:
              dolly:
                ease: linear
                at: [[0, 0], [1, 0.2]]
            words:
              text: push in
              kling: zoom -4
              runway: The camera pushes in.
            """,
            file: "push.yaml"
        )
        let presets = PresetLibrary([push])
        let draft = Draft(prompt: "a lamp", motions: [MotionChoice(preset: "push", strength: 0.5)])
        let runway = CameraWords(draft, to: .phrase("runway"), in: presets)
        #expect(runway.phrase == "The camera pushes in.")
        let kling = CameraWords(draft, to: .kling, in: presets)
        #expect(kling.words.map(\.text) == ["zoom -4"])
        #expect(kling.words.map(\.strength) == [0.5])
        #expect(kling.phrase.isEmpty)
        #expect(CameraWords(draft, to: .phrase("luma"), in: presets).phrase == "push in.")
        #expect(CameraWords(draft, to: .movedHere, in: presets).phrase.isEmpty)
    }

    @Test func `A text of somebody unknown does nothing but say what it says`() {
        let text = "a\u{1B}[31mb\u{202E}\u{9B}c\r\nd\u{2028}e"
        #expect(text.harmless(limit: 100) == "a [31mb c d e")
        #expect("abcdef".harmless(limit: 3) == "abc…")
    }

    @Test(arguments: [
        "../x", "a/b", ".x", "", "A", "a.b.c", "a\0", String(repeating: "a", count: 99),
    ])
    func `A result has no name that leads elsewhere`(name: String) {
        #expect(Landing("/tmp/landing").path(name) == nil)
    }

    @Test func `A ticket that is no JSON is the bare id`() {
        #expect(GenerationTicket(stored: "task_1") == GenerationTicket(id: "task_1"))
    }
}
