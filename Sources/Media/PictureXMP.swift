/// A comment as XMP, which WebP carries: the description of Dublin Core.
enum PictureXMP {
    static func packet(of comment: String) -> [UInt8] {
        let body =
            comment.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
        return Array((opening + body + closing).utf8)
    }

    /// Returns the text of a packet that was made here; nil for any other.
    static func comment(in packet: [UInt8]) -> [UInt8]? {
        let text = String(decoding: packet, as: UTF8.self)
        guard text.hasPrefix(opening), text.hasSuffix(closing) else { return nil }
        let body = text.dropFirst(opening.count).dropLast(closing.count)
        let plain =
            body.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
        return Array(plain.utf8)
    }

    private static let opening = """
        <x:xmpmeta xmlns:x="adobe:ns:meta/">\
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
        <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">\
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">
        """

    private static let closing =
        "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
}
