/// Refuses a text that could grow without bound while it is read as YAML.
///
/// An alias stands for what its anchor holds, so a few kilobytes of aliases of
/// lists of aliases stand for more values than a memory holds. Every `*` that
/// may begin an alias is counted, wherever it stands, so that none can hide in
/// a quote; sixteen cannot multiply to more than some hundred. Depth needs no
/// bound here, because libyaml stops at a thousand levels, which take less than
/// 4 MiB of stack.
enum YAMLBounds {
    static let maximumAliases = 16

    static func check(_ text: String, file: String) throws(PlainTextError) {
        var aliases = 0
        var line = 1
        var isAfterStar = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { line += 1 }
            // A star that names nothing, such as the key in quotes, is no alias.
            if isAfterStar, isName(byte) { aliases += 1 }
            isAfterStar = byte == UInt8(ascii: "*")
            guard aliases <= maximumAliases else {
                throw PlainTextError(
                    file: file,
                    line: line,
                    column: 1,
                    message: "The file has more than \(maximumAliases) aliases (`*`); "
                        + "write the values out."
                )
            }
        }
    }

    /// Whether a byte may begin an anchor's name.
    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: byte >= 0x80
        }
    }
}
