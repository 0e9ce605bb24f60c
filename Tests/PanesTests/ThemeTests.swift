import Foundation
import Panes
import Terminal
import Testing

struct ThemeTests {
    private static let directory = URL(filePath: #filePath)
        .appending(path: "../../../Themes").standardized.path

    @Test func `The dark theme's file is the theme without a file`() throws {
        #expect(try Theme.load(directory: Self.directory, name: "dark") == .standard)
    }

    @Test(arguments: ["dark", "light", "high-contrast"])
    func `Text and muted text can be read on their surfaces`(name: String) throws {
        let theme = try Theme.load(directory: Self.directory, name: name)
        for surface in [Theme.Role.background, .panel, .bar, .raised] {
            #expect(contrast(theme[.text], theme[surface]) >= 7, "text on \(surface)")
            #expect(contrast(theme[.muted], theme[surface]) >= 4.2, "muted on \(surface)")
            #expect(contrast(theme[.accent], theme[surface]) >= 4.5, "accent on \(surface)")
        }
        #expect(contrast(theme[.text], theme[.selection]) >= 7)
        #expect(contrast(theme[.background], theme[.accent]) >= 4.5)
    }

    @Test func `What is wrong in a theme is told with its line and column`() {
        let wrong: [(yaml: String, told: String)] = [
            ("name: A\ncolours:\n  text: red\n", "t.yaml:3:9: “red” is not a colour"),
            (
                "name: A\ncolours:\n  ink: \"#ffffff\"\n",
                "t.yaml:3:3: “ink” is no colour of a theme"
            ),
            ("name: A\nfont: x\n", "t.yaml:2:1: A theme has no “font”"),
            ("name: A\ncolours:\n  text: \"#ffffff\"\n", "The theme lacks background, panel"),
            ("name: [A\n", "t.yaml:"),
            ("- a\n", "t.yaml:1:1: A theme is written as"),
            ("", "t.yaml: The file is empty"),
            ("name: A\n", "t.yaml: A theme needs both name and colours."),
            ("name: A\nname: B\n", "is written twice"),
        ]
        for (yaml, told) in wrong {
            #expect {
                _ = try Theme(yaml: yaml, file: "t.yaml")
            } throws: { error in
                "\(error)".contains(told)
            }
        }
    }

    @Test func `A theme's name cannot lead out of its directory`() {
        #expect(throws: ThemeError.self) {
            _ = try Theme.load(directory: Self.directory, name: "../Themes/dark")
        }
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
