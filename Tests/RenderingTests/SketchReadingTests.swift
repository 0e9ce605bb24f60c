import Editorial
import Testing

@testable import Rendering

struct SketchReadingTests {
    @Test func `Every word of a prompt is told what became of it`() {
        let reading = SketchReading("A lone lighthouse on the coast at golden hour, quixotic")
        #expect(
            reading.words.map(\.word) == [
                "a", "lone", "lighthouse", "on", "the", "coast", "at", "golden hour", "quixotic",
            ]
        )
        #expect(
            reading.words.map(\.use) == [
                .filler, .ignored, .subject, .filler, .filler, .setting, .filler, .timeOfDay,
                .ignored,
            ]
        )
        #expect(reading.setting == .sea)
        #expect(reading.time == .golden)
        #expect(reading.subject == .lighthouse)
        #expect(reading.has(.coast))
    }

    @Test func `The first word of a kind decides and the second is told why not`() {
        let reading = SketchReading("forest sea")
        #expect(reading.setting == .forest)
        #expect(
            reading.words.last
                == SketchWord(word: "sea", use: .ignored, meaning: "The setting is already forest.")
        )
    }

    @Test func `A word that is overruled as a setting still adds its detail`() {
        let reading = SketchReading("a castle in the mountains by a lake")
        #expect(reading.has(.lake))
        #expect(reading.words.last?.use == .detail)
    }

    @Test func `Snow on the ground does not fall`() {
        #expect(!SketchReading("snow mountains").has(.snowfall))
        #expect(SketchReading("mountains, snow falling").has(.snowfall))
    }

    @Test func `A subject brings its usual setting along`() {
        #expect(SketchReading("sailboat").setting == .sea)
        #expect(SketchReading("a stag").setting == .forest)
        #expect(SketchReading("").setting == .field)
    }

    @Test func `An endless prompt is read to a bound`() {
        let reading = SketchReading(String(repeating: "sea ", count: 100_000))
        #expect(reading.words.count <= 400)
    }

    @Test func `The lexicon has words for every kind and no word twice`() {
        let terms = SketchLexicon.rows.flatMap { $0.terms.split(separator: ",") }.map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(terms.count >= 150)
        #expect(Set(terms).count == terms.count)
        #expect(SketchLexicon.fillers.isDisjoint(with: terms))
        let uses = Set(SketchLexicon.rows.flatMap { $0.meanings.map(\.use) })
        #expect(uses == [.setting, .timeOfDay, .weather, .subject, .shotSize, .detail])
    }

    @Test func `Every term is read as one word that is known`() {
        for term in SketchLexicon.meanings.keys {
            let words = SketchReading(term).words
            #expect(words.map(\.word) == [term])
            #expect(words.first?.meaning != SketchReading("quixotic").words.first?.meaning)
        }
    }

    @Test func `A detail that cannot show is ignored with the reason`() {
        let word = SketchReading("a sword in the sea").words[1]
        #expect(word.use == .ignored)
        #expect(word.meaning == "It needs a person in the picture.")
        #expect(SketchReading("a samurai with a sword, a hat").words.last?.use == .detail)
    }

    @Test func `No row of the lexicon does nothing`() throws {
        let plain = try Self.contexts.map { ($0, try Self.paint($0)) }
        for row in SketchLexicon.rows {
            let term = try #require(row.terms.split(separator: ",").first)
            let painted = try plain.contains { context, bytes in
                try Self.paint("\(term) \(context)") != bytes
            }
            #expect(painted, "\(term)")
        }
    }

    /// Scenes of which each word must change at least one.
    private static let contexts = [
        "", "man", "man close-up", "sea", "city night", "mountains noon",
    ]

    private static func paint(_ prompt: String) throws -> [UInt8] {
        let order = SketchOrder(prompt: prompt, size: PixelSize(width: 96, height: 54))
        return try #require(try Sketch.paint(order, lanes: 2)).bytes
    }

    @Test func `Words that are not understood change nothing`() throws {
        #expect(try Self.paint("quixotic sea") == Self.paint("sea"))
    }
}
