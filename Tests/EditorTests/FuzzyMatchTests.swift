import Testing

@testable import Editor

struct FuzzyMatchTests {
    @Test(arguments: [
        ("dol", "Dolly In", [0, 1, 2]),
        ("di", "Dolly In", [0, 6]),
        ("czi", "Crash Zoom In", [0, 6, 11]),
        ("ZOOM in", "Crash Zoom In", [6, 7, 8, 9, 11, 12]),
        ("", "Dolly In", []),
    ])
    func `The best characters are found`(_ search: String, _ text: String, _ offsets: [Int]) {
        #expect(FuzzyMatch(search, in: text)?.offsets == offsets)
    }

    @Test(arguments: [("x", "Dolly In"), ("nid", "Dolly In"), ("dolly in too", "Dolly In")])
    func `A character that is missing is no match`(_ search: String, _ text: String) {
        #expect(FuzzyMatch(search, in: text) == nil)
    }

    @Test(arguments: [
        ("dol", "Dolly In", "Super Dolly In"),
        ("in", "Dolly In", "Handheld Spin"),
        ("or", "Orbit Left", "Door Reveal"),
        ("dolly", "Dolly In", "Dolly Zoom In"),
        ("zoom", "Crash Zoom In", "Zigzag Over One Moment"),
    ])
    func `Starts, word starts and runs rank first`(
        _ search: String,
        _ better: String,
        _ worse: String
    ) throws {
        let first = try #require(FuzzyMatch(search, in: better))
        let second = try #require(FuzzyMatch(search, in: worse))
        #expect(first.score > second.score)
    }

    @Test func `A search longer than any name is no match and costs nothing`() {
        let long = String(repeating: "a", count: 100_000)
        #expect(FuzzyMatch(long, in: long) == nil)
    }
}
