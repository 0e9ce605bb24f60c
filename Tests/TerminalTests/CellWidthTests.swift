import Terminal
import Testing

struct CellWidthTests {
    static let widths: [(String, Int)] = [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("한국", 4),
        ("👍", 2), ("👍🏽", 2), ("👩‍🚀", 2), ("❤️", 2), ("❤", 1), ("🇫🇷", 2), ("1️⃣", 2),
        ("─│╭▀▄█", 6), ("…", 1), ("क्ष", 2), ("\u{301}", 0), ("\u{200B}", 0), ("a\tb", 2),
        ("\u{1B}[31m", 4), ("\u{202E}ab", 2), ("\u{10FFFF}", 1),
    ]

    @Test(arguments: widths)
    func `Text is as wide as terminals show it`(_ text: String, _ width: Int) {
        #expect(text.cellWidth == width)
    }

    @Test func `What fits is not clipped`() {
        #expect("日本".clipped(to: 4) == "日本")
    }

    @Test func `What does not fit ends with an ellipsis`() {
        #expect("abcdef".clipped(to: 4) == "abc…")
        #expect("abcdef".clipped(to: 4, ellipsis: false) == "abcd")
        #expect("abcdef".clipped(to: 1) == "…")
        #expect("abcdef".clipped(to: 0) == "")
    }

    @Test func `A wide grapheme is never cut in half`() {
        #expect("日本語".clipped(to: 4) == "日…")
        #expect("日本語".clipped(to: 3, ellipsis: false) == "日")
    }

    @Test func `Printable text has no controls and no direction overrides`() {
        #expect("a\u{1B}[31mb\u{7}\u{9B}c".printable == "a[31mbc")
        #expect("evil\u{202E}gpj.exe".printable == "evilgpj.exe")
        #expect("one\r\ntwo\tthree\nfour".printable == "one two three four")
        #expect("👩‍🚀é日".printable == "👩‍🚀é日")
    }
}
