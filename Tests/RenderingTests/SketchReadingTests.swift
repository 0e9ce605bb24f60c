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
                .filler, .mood, .subject, .filler, .filler, .setting, .filler, .timeOfDay,
                .ignored,
            ]
        )
        #expect(reading.setting == .coast)
        #expect(reading.time == .golden)
        #expect(reading.subject == .lighthouse)
        #expect(reading.mood == .lonely)
    }

    @Test func `The first word of a kind decides and the second is told why not`() {
        let reading = SketchReading("forest sea")
        #expect(reading.setting == .forest)
        #expect(
            reading.words.last
                == SketchWord(word: "sea", use: .ignored, meaning: "The setting is already forest.")
        )
    }

    @Test func `The same said twice is no contradiction`() {
        let reading = SketchReading("a city skyline, downtown")
        #expect(reading.words.filter { $0.use == .setting }.count == 3)
    }

    @Test func `A word that is overruled as a setting still adds its detail`() {
        let reading = SketchReading("a castle on the coast by a lake")
        #expect(reading.setting == .coast)
        #expect(reading.has(.lake))
        #expect(reading.words.last?.use == .detail)
    }

    @Test func `Snow on the ground does not fall`() {
        #expect(!SketchReading("snow mountains").has(.snowfall))
        #expect(SketchReading("mountains, snow falling").has(.snowfall))
    }

    @Test func `A subject brings its usual setting along, and that is told`() {
        #expect(SketchReading("sailboat").setting == .sea)
        #expect(SketchReading("a stag").setting == .forest)
        #expect(SketchReading("").setting == .field)
        let choice = SketchReading("a stag").choices.first
        #expect(choice?.use == .setting)
        #expect(choice?.reason == "Nothing names a place; that is where a deer belongs.")
    }

    @Test func `Plurals and numbers count what comes after them`() {
        #expect(SketchReading("horses").cast == [SketchPart(subject: .horse, count: 3)])
        #expect(SketchReading("five wolves").cast == [SketchPart(subject: .wolf, count: 5)])
        #expect(SketchReading("two men and a dog").cast.map(\.count) == [2, 1])
        #expect(SketchReading("seven seas").words.first?.use == .ignored)
    }

    @Test func `A colour before a subject is worn by it, else it is the picture's`() {
        let worn = SketchReading("a red car at noon")
        #expect(worn.cast.first?.colour == .red)
        #expect(worn.palette == nil)
        #expect(worn.words[1].meaning == "red car")
        let all = SketchReading("teal mountains")
        #expect(all.palette == .teal)
    }

    @Test func `What is asked not to be there is left out`() {
        let reading = SketchReading("mountains without snow, no clouds")
        #expect(!reading.has(.snowy))
        #expect(reading.has(.cloudless))
        #expect(reading.words[2].meaning == "It is left out, as asked.")
    }

    @Test func `Hyphens and apostrophes do not hide a term`() {
        #expect(SketchReading("close-up").shot == .close)
        #expect(SketchReading("a bird’s-eye view").angle == .high)
    }

    @Test func `A scene holds three subjects and tells of the fourth`() {
        let reading = SketchReading("a man, a dog, a castle, a dragon")
        #expect(reading.cast.map(\.subject) == [.figure, .dog, .castle])
        #expect(reading.words.last?.meaning == "There are already 3 subjects.")
    }

    @Test func `Words beyond the list still choose a scene, always the same`() {
        let first = SketchReading("florp zibble"), again = SketchReading("florp zibble")
        #expect(first.setting == again.setting)
        #expect(first.words.map(\.use) == [.ignored, .ignored])
        #expect(first.choices.map(\.use) == [.setting, .timeOfDay])
        let settings = (0..<40).map { SketchReading("florp\($0)").setting }
        #expect(Set(settings).count > 6)
    }

    @Test func `An endless prompt is read to a bound`() {
        let reading = SketchReading(String(repeating: "sea ", count: 100_000))
        #expect(reading.words.count <= 400)
    }

    @Test func `A style beside the prompt overrules one within it`() {
        let words = SketchExplanation("an oil painting of the sea", style: .noir).words
        #expect(words[1].use == .ignored)
        #expect(words[1].meaning == "The style is set to noir beside the prompt.")
        #expect(SketchExplanation("an oil painting of the sea").style == .oil)
    }
}

struct SketchLexiconTests {
    @Test func `The lexicon has words for every kind and no word twice`() {
        let terms = SketchLexicon.rows.flatMap { SketchLexicon.terms(of: $0) }
        #expect(terms.count >= 900)
        #expect(Set(terms).count == terms.count)
        #expect(SketchLexicon.fillers.isDisjoint(with: terms))
        let uses = Set(SketchLexicon.rows.flatMap { $0.meanings.map(\.use) })
        #expect(uses == Set(SketchWord.Use.allCases).subtracting([.filler, .ignored]))
    }

    @Test func `Every setting, time, subject, mood and style has a word`() {
        let meanings = Set(SketchLexicon.rows.flatMap(\.meanings))
        for setting in SketchSetting.allCases { #expect(meanings.contains(.setting(setting))) }
        for time in SketchTime.allCases { #expect(meanings.contains(.time(time))) }
        for subject in SketchSubject.allCases { #expect(meanings.contains(.subject(subject))) }
        for weather in SketchWeather.allCases { #expect(meanings.contains(.weather(weather))) }
        for mood in SketchMood.allCases { #expect(meanings.contains(.mood(mood))) }
        for palette in SketchPalette.allCases { #expect(meanings.contains(.palette(palette))) }
        for detail in SketchDetail.allCases { #expect(meanings.contains(.detail(detail))) }
        for style in Style.allCases { #expect(meanings.contains(.style(style))) }
        #expect(SketchSetting.allCases.count >= 16)
        #expect(SketchSubject.allCases.count >= 40)
    }

    @Test func `Every term is read as one word that is known`() {
        for term in SketchLexicon.meanings.keys {
            let words = SketchReading(term).words
            #expect(words.map(\.word) == [term])
            #expect(words.first?.meaning != "The sketch does not know it.", "\(term)")
        }
    }

    @Test func `A detail that cannot show is ignored with the reason`() {
        let word = SketchReading("a sword in the sea").words[1]
        #expect(word.use == .ignored)
        #expect(word.meaning == "It needs a person in the picture.")
        #expect(SketchReading("a samurai with a sword, a hat").words.last?.use == .detail)
        #expect(SketchReading("wheat in the city").words.first?.use == .setting)
        let kelp = SketchReading("a desert with kelp").words.last
        #expect(kelp?.meaning == "It does not show in this setting (dunes).")
    }

    @Test func `No row of the lexicon does nothing`() throws {
        let plain = try Self.contexts.map { ($0, try Self.paint($0)) }
        for row in SketchLexicon.rows {
            let term = try #require(SketchLexicon.terms(of: row).first)
            let painted = try plain.contains { context, bytes in
                try Self.paint("\(term) \(context)") != bytes
            }
            #expect(painted, "\(term)")
        }
    }

    /// Scenes of which each word must change at least one.
    private static let contexts = [
        "", "man", "man close-up", "sea", "city night", "mountains noon", "room", "noir",
    ]

    private static func paint(_ prompt: String) throws -> [UInt8] {
        let order = SketchOrder(prompt: prompt, style: nil, size: PixelSize(width: 64, height: 36))
        return try #require(try Sketch.paint(order, lanes: 2)).bytes
    }

    @Test func `Words that are not understood change nothing where others decide`() throws {
        #expect(try Self.paint("quixotic sea at dawn") == Self.paint("sea at dawn"))
    }
}
