import Foundation

/// What S3 answers: small XML without attributes that matter, of which single elements are read.
struct S3Answer {
    private let text: Substring

    init(_ data: Data) { text = Substring(String(decoding: data, as: UTF8.self)) }

    private init(_ text: Substring) { self.text = text }

    /// The texts of the elements of a name, in their order.
    subscript(_ name: String) -> [String] { all(name).map { Self.plain($0.text) } }

    /// The elements of a name, none of which holds another of its name.
    func all(_ name: String) -> [S3Answer] {
        var found: [S3Answer] = []
        var rest = text
        while let start = rest.range(of: "<\(name)>"),
            let end = rest[start.upperBound...].range(of: "</\(name)>")
        {
            found.append(S3Answer(rest[start.upperBound..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return found
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    private static func plain(_ text: Substring) -> String {
        text.replacing("&quot;", with: "\"").replacing("&#34;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&").description
    }
}
