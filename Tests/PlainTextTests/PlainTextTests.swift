import Testing

@testable import PlainText

struct PlainTextTests {
    private func told(_ yaml: String, _ read: (PlainTextNode) throws -> Void) -> String {
        do {
            try read(try PlainTextNode(yaml, file: "a.yaml", of: "a list of things"))
            return "nothing"
        } catch { return "\(error)" }
    }

    @Test func `Values come back as they were written, in their order`() throws {
        let node = try PlainTextNode(
            "name: Dusk\nsize: 24\nis: true\nall: [a, b]\n",
            file: "a.yaml",
            of: "a thing"
        )
        let fields = try node.fields(of: "a thing", allowed: ["all", "is", "name", "size"])
        #expect(fields.map(\.name) == ["name", "size", "is", "all"])
        #expect(try fields[0].value.text("the name", limit: 10) == "Dusk")
        #expect(try fields[1].value.number("the size", in: 1...100) == 24)
        #expect(try fields[2].value.flag("is"))
        let elements = try fields[3].value.list("all", count: 1...3, example: "[a]")
        #expect(elements.compactMap(\.word) == ["a", "b"])
        #expect(elements[1].line == 4 && elements[1].column == 10)
    }

    @Test func `An unknown key is told with its place and the key that was meant`() {
        let message = told("colour: red\n  \nsize: 1\n") {
            _ = try $0.fields(of: "a thing", allowed: ["colours", "size"])
        }
        #expect(message == "a.yaml:1:1: `colour` is not a key of a thing; did you mean `colours`?")
        let far = told("nothing: 1\n") {
            _ = try $0.fields(of: "a thing", allowed: ["colours", "size"])
        }
        #expect(far == "a.yaml:1:1: `nothing` is not a key of a thing; there are colours and size.")
    }

    @Test(arguments: [
        ("a: [1\n", "a.yaml:2:1: This is not YAML: "),
        ("a: 1\na: 2\n", "`a` is written twice; keep one of the two."),
        ("", "a.yaml: The file is empty; write a list of things there."),
        ("a: &a [1]\nb: [" + String(repeating: "*a, ", count: 17) + "]", "more than 16 aliases"),
        (String(repeating: "a", count: 70_000), "The file is larger than 64 KiB"),
        ("- a\n", "a.yaml:1:1: A thing is keys with values"),
        ("size: \"3\"\n", "a.yaml:1:7: The size is a number from 0 to 9"),
        ("size: 12\n", "a.yaml:1:7: The size is 12; allowed is 0 to 9 (cells)."),
        ("size: .nan\n", "a.yaml:1:7: The size is a number from 0 to 9"),
    ])
    func `What is wrong is told in one sentence at its place`(yaml: String, message: String) {
        let told = told(yaml) { root in
            let value = try root.fields(of: "a thing").first?.value
            _ = try value?.number("the size", in: 0...9, unit: "cells")
        }
        #expect(told.contains(message), "\(told)")
    }

    @Test func `Stars in quotes are no aliases`() throws {
        let stars = (0..<40).map { "\"\($0)*\": 1\n" }.joined()
        #expect(try PlainTextNode(stars, file: "a", of: "a list").fields(of: "a list").count == 40)
    }

    @Test func `A choice that is none is answered with the nearest`() {
        let message = told("nrod") { _ = try $0.choice("a theme", among: ["dark", "nord"]) }
        #expect(message == "a.yaml:1:1: `nrod` is not a theme; did you mean `nord`?")
    }

    @Test func `A text is one line of visible characters`() {
        for (yaml, problem) in [
            ("\"\"", "is empty"), ("\"a\\nb\"", "line break"), ("abcdefghijkl", "longer than 10"),
        ] {
            #expect(told(yaml) { _ = try $0.text("the name", limit: 10) }.contains(problem))
        }
    }

    @Test func `A file that is not there is told by its name`() {
        #expect(throws: PlainTextError.self) {
            _ = try PlainTextNode(path: "/nonexistent/a.yaml", of: "a theme")
        }
    }
}
