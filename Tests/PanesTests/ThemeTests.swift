import Foundation
import Panes
import Terminal
import Testing

struct ThemeTests {
    private static let directory = URL(filePath: #filePath)
        .appending(path: "../../../Themes").standardized.path

    private static let library = ThemeLibrary.load(directories: [directory])

    @Test func `Every theme that is shipped can be drawn with`() {
        #expect(Self.library.errors == [])
        #expect(Self.library.themes.count >= 10)
    }

    @Test func `The dark theme's file is the theme without a file`() {
        #expect(Self.library["dark"] == .standard)
    }

    @Test(arguments: library.themes.filter { !["terminal"].contains($0.id) })
    func `Text and muted text can be read on their surfaces`(theme: Theme) throws {
        // Palettes that others published have contrasts of their own.
        let isOurs = ["dark", "light", "high-contrast", "colour-blind"].contains(theme.id)
        let (text, muted, accent) = isOurs ? (7.0, 4.2, 4.5) : (7.0, 4.2, 4.4)
        for surface in [Theme.Role.background, .panel, .bar, .raised] {
            let told = "\(theme.id) on \(surface)"
            #expect(try contrast(theme, .text, surface) >= text, "text, \(told)")
            #expect(try contrast(theme, .muted, surface) >= muted, "muted, \(told)")
            for ink in [Theme.Role.accent, .motion, .looks, .done, .failed] {
                let least = ink == .accent ? accent : 3
                #expect(try contrast(theme, ink, surface) >= least, "\(ink), \(told)")
            }
        }
        #expect(try contrast(theme, .text, .selection) >= (isOurs ? 7 : 5.5), "\(theme.id)")
        #expect(try contrast(theme, .onAccent, .accent) >= 4.5, "\(theme.id)")
    }

    @Test func `What is wrong in a theme is told with its line and column`() {
        let wrong: [(yaml: String, told: String)] = [
            (
                "name: A\ncolours:\n  text: rd\n",
                "t.yaml:3:9: `rd` is not a colour; did you mean `red`?"
            ),
            (
                "name: A\ncolours:\n  txt: \"#ffffff\"\n",
                "t.yaml:3:3: `txt` is not a key of colours; did you mean `text`?"
            ),
            ("name: A\nfont: x\n", "t.yaml:2:1: `font` is not a key of a theme; there are name"),
            (
                "name: A\ncolours:\n  text: \"#ffffff\"\n",
                "t.yaml:1:1: The theme lacks background, panel"
            ),
            ("name: A\npalette:\n  ink: blue\n", "t.yaml:3:8: A palette's colour is written"),
            ("name: A\ninherits: drak\n", "t.yaml:2:11: `drak` is not a theme"),
            ("name: [A\n", "t.yaml:"),
            ("- a\n", "t.yaml:1:1: A theme is keys with values"),
            ("", "t.yaml: The file is empty"),
            ("colours: {}\n", "t.yaml:1:1: A theme needs a name"),
            ("name: A\nname: B\n", "is written twice"),
        ]
        for (yaml, told) in wrong {
            let library = ThemeLibrary(texts: ["t": yaml])
            #expect(library.errors.count == 1)
            #expect(
                library.errors.first.map { "\($0)".contains(told) } == true,
                "\(library.errors)"
            )
        }
    }

    @Test func `A theme has what it inherits, from the palette that it changes`() throws {
        let library = ThemeLibrary(texts: [
            "base": """
            name: Base
            palette: { warm: "#ff0000" }
            colours:
              background: "#000000"
              panel: "#000000"
              bar: "#000000"
              raised: "#000000"
              rule: "#333333"
              selection: reverse
              text: "#ffffff"
              muted: default dim
              faint: bright-black
              accent: warm bold
              motion: cyan
              looks: magenta
              done: green
              failed: red
            """,
            "child": "name: Child\ninherits: base\npalette: { warm: \"#ffaa00\" }\n",
        ])
        #expect(library.errors == [])
        let child = try #require(library["child"])
        #expect(child[.accent] == Colour(0xFFAA00))
        #expect(child[.onAccent] == Colour(0x000000))
        #expect(child[.faint] == Colour(own: 8))
        #expect(child[.muted] == nil)
        let style = child.style(.accent, on: .background)
        #expect(style.attributes == .bold)
        #expect(child.style(.text, on: .selection) == CellStyle(attributes: .reverse))
    }

    @Test func `Themes that inherit from one another in a ring are refused`() {
        let library = ThemeLibrary(texts: [
            "a": "name: A\ninherits: b\n", "b": "name: B\ninherits: a\n",
        ])
        #expect(library.errors.count == 2)
        #expect(library.themes == [.standard])
    }

    @Test func `The terminal chooses where nobody has`() {
        let library = Self.library
        #expect(library.automatic(depth: .direct, isLight: false).id == "dark")
        #expect(library.automatic(depth: .indexed256, isLight: true).id == "light")
        #expect(library.automatic(depth: .indexed16, isLight: true).id == "terminal")
        #expect(library.automatic(depth: .none, isLight: false) == .plain)
    }

    @Test func `The colour-blind safe theme's signals stay apart however they are seen`() throws {
        let theme = try #require(Self.library["colour-blind"])
        let inks: [Theme.Role] = [.accent, .motion, .looks, .done, .failed]
        for seen in ColourVision.all {
            for (place, one) in inks.enumerated() {
                for other in inks.dropFirst(place + 1) {
                    let far = seen.distance(theme[one], theme[other])
                    #expect(far > 0.12, "\(one) and \(other), \(seen.name): \(far)")
                }
            }
        }
    }

    private func contrast(_ theme: Theme, _ ink: Theme.Role, _ surface: Theme.Role) throws -> Double
    {
        try contrast(#require(theme[ink]), #require(theme[surface]))
    }

    /// The contrast of two colours as WCAG 2 counts it.
    private func contrast(_ one: Colour, _ other: Colour) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func luminance(_ colour: Colour) -> Double {
        func linear(_ byte: UInt8) -> Double {
            let share = Double(byte) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
            + 0.0722 * linear(colour.blue)
    }
}
