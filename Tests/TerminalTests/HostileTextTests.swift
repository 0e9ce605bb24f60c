import Input
import Testing

@testable import Terminal

/// Whatever is shown may come from a stranger: no text may become a command.
struct HostileTextTests {
    static let corpus: [String] = [
        "\u{1B}]0;owned\u{7}", "\u{1B}[2J\u{1B}[H", "\u{1B}P+q544e\u{1B}\\", "\u{1B}_Ga=d\u{1B}\\",
        "\u{1B}[5n\u{1B}[c", "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}c", "\u{1B}#8", "\u{1B}(0",
        "\u{9B}31mred\u{9C}", "\u{90}q#0\u{9C}", "\u{9D}0;title\u{9C}", "\u{8D}\u{84}\u{85}",
        "a\u{8}\u{8}b", "a\rb", "a\nb", "a\tb", "\u{E}\u{F}", "\u{0}", "\u{7F}", "\u{18}\u{1A}",
        "safe\u{202E}exe.gpj", "\u{2066}a\u{2069}", "\u{200E}\u{200F}\u{61C}", "\u{2028}\u{2029}",
        "\u{FEFF}bom", "soft\u{AD}hyphen", "zero\u{200B}width", "\u{FFF9}a\u{FFFA}b\u{FFFB}",
        "\u{E0001}tag", "e" + String(repeating: "\u{301}", count: 500), "👩‍👩‍👧‍👦\u{1B}[31m",
        String(decoding: [0x1B, 0x5B, 0xFF, 0xFE, 0x41] as [UInt8], as: UTF8.self),
        String(decoding: [0xC2, 0x1B, 0x5B, 0x41] as [UInt8], as: UTF8.self),
        String(decoding: [0xE2, 0x82, 0x1B, 0x5D, 0x30] as [UInt8], as: UTF8.self),
        String(decoding: [0xC0, 0x9B, 0x41] as [UInt8], as: UTF8.self),
        String(decoding: [0xED, 0xA0, 0x9B] as [UInt8], as: UTF8.self),
        String(decoding: (0...255).map { UInt8($0) }, as: UTF8.self),
    ]

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control
            && !(0x202A...0x202E).contains(scalar.value)
            && !(0x2066...0x2069).contains(scalar.value)
    }

    @Test(arguments: corpus)
    func `Printable text holds no command`(_ text: String) {
        #expect(text.printable.unicodeScalars.allSatisfy(Self.isHarmless))
    }

    @Test(arguments: corpus)
    func `A surface takes no command up`(_ text: String) {
        var surface = Surface(size: CellSize(columns: 40, rows: 2))
        surface.write(text, row: 0, column: 0, style: CellStyle())
        surface.fill(CellRect(column: 0, row: 1, columns: 4, rows: 1), CellStyle(), text)
        for row in 0..<2 {
            for column in 0..<40 {
                #expect(surface[row, column].text.unicodeScalars.allSatisfy(Self.isHarmless))
            }
        }
    }

    @Test(arguments: corpus)
    func `A title ends where it should`(_ text: String) {
        let title = TerminalModes.title(text)
        #expect(title.hasPrefix("\u{1B}]2;") && title.hasSuffix("\u{1B}\\"))
        let inside = title.unicodeScalars.dropFirst(4).dropLast(2)
        #expect(inside.allSatisfy(Self.isHarmless))
    }

    @Test(arguments: corpus)
    func `A terminal's name is shown as harmless as any other text`(_ text: String) {
        let found = TerminalCapabilities.resolve(
            environment: ["TERM": text, "TERM_PROGRAM": text],
            replies: [],
            override: nil
        )
        let told = ([found.name ?? ""] + found.reasons).joined()
        #expect(told.unicodeScalars.allSatisfy(Self.isHarmless))
        #expect(
            ControlText.sequences(Array(text.utf8)).joined().unicodeScalars
                .allSatisfy(Self.isHarmless)
        )
    }

    @Test(arguments: GraphicsProtocol.allCases)
    func `Pixels are never read as commands`(_ graphics: GraphicsProtocol) {
        var state: UInt64 = 7
        let area = CellRect(column: 1, row: 1, columns: 12, rows: 5)
        let layer = PictureLayer(
            protocol: graphics,
            capabilities: TerminalCapabilities(graphics: graphics, depth: .direct)
        )
        var screen = ScreenReader(20, 8)
        for _ in 0..<10 {
            let pixels = (0..<96 * 80 * 4).map { index in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return index % 4 == 3 ? 255 : UInt8(truncatingIfNeeded: state >> 33)
            }
            let picture = Picture(width: 96, height: 80, pixels: pixels)
            screen.read(layer.encode(picture, in: area, covered: []))
        }
        #expect(screen.unknown == [])
        #expect(screen.touched.isSubset(of: area.points))
    }
}
