import Foundation

/// What a server says before the bytes of its answer.
package struct HTTPHead: Hashable, Sendable {
    package let status: Int
    private let fields: [String: String]

    init(status: Int, fields: [String: String]) {
        self.status = status
        self.fields = fields
    }

    /// Returns a header's value, whatever the case of its name; the first where
    /// there are several.
    package subscript(name: String) -> String? { fields[name.lowercased()] }

    /// The seconds for which the server asked to be left alone: from
    /// `retry-after-ms`, or `Retry-After` as a number.
    ///
    /// A date is not heeded, for it says nothing where the clocks differ.
    package var retryAfter: Double? {
        if let text = self["retry-after-ms"], let count = Double(text), count >= 0, count < 1e9 {
            return count / 1000
        }
        guard let text = self["retry-after"], let count = Double(text), count >= 0, count < 1e6
        else { return nil }
        return count
    }

    package var isSuccess: Bool { (200..<300).contains(status) }

    /// Without parameters and in small letters; empty when not told.
    package var contentType: String {
        let text = self["content-type"]?.prefix { $0 != ";" } ?? ""
        return text.trimmingCharacters(in: .whitespaces).lowercased()
    }

    /// The whole length of what is sent in part, from `Content-Range`, and where the part begins.
    var contentRange: (start: Int, total: Int?)? {
        guard let text = self["content-range"], text.lowercased().hasPrefix("bytes ") else {
            return nil
        }
        let parts = text.dropFirst(6).split(separator: "/")
        guard parts.count == 2,
            let start = parts[0].split(separator: "-").first.flatMap({ Int($0) }),
            start >= 0
        else { return nil }
        return (start, Int(parts[1]))
    }

    var contentLength: Int? {
        self["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }

    /// What names exactly these bytes again, for `If-Range`; nil where the server gives no such thing.
    var validator: String? {
        if let tag = self["etag"], !tag.hasPrefix("W/") { return tag }
        return self["last-modified"]
    }
}
