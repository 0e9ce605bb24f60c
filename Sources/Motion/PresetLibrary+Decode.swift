package import PlainText

extension PresetLibrary {
    /// Reads a preset from the text of its file; `file` is what errors call it.
    ///
    /// - Throws: `PlainTextError` at the first thing the format does not allow.
    package static func decode(
        _ text: String,
        file: String
    ) throws(PlainTextError) -> Preset {
        let root = try PlainTextNode(text, file: file, of: "a preset")
        return try LookDecoder.isLook(root) ? LookDecoder.preset(root) : PresetDecoder.preset(root)
    }
}
