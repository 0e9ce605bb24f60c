/// Refuses a text that could grow without bound while it is read as YAML.
///
/// An alias stands for what its anchor holds, so a few kilobytes of aliases of
/// lists of aliases stand for more values than a memory holds. Every `*` is
/// counted, wherever it stands, so that none can hide in a quote; sixteen
/// cannot multiply to more than some hundred. Depth needs no bound here,
/// because libyaml stops at a thousand levels, which take less than 4 MiB of
/// stack.
enum YAMLBounds {
    static let maximumAliases = 16

    static func check(_ text: String, file: String) throws(PresetError) {
        var aliases = 0
        var line = 1
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "*") { aliases += 1 }
            guard aliases <= maximumAliases else {
                throw PresetError(
                    file: file,
                    line: line,
                    column: 1,
                    message: "The file has more than \(maximumAliases) aliases (`*`); "
                        + "write the values out."
                )
            }
        }
    }
}
