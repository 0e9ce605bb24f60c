package import Foundation

/// What a client asked of a server of the tests.
package struct LoopbackRequest: Sendable {
    package let method: String
    /// Without the query.
    package let path: String
    package let query: [String: String]
    /// By small letters.
    package let headers: [String: String]
    package let body: Data

    /// The body as JSON; empty when it is none.
    package var json: [String: Any] {
        // A body that is no JSON object is an answer, too.
        (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:]
    }

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The values of the fields of a multipart form, as text.
    package var form: [String: String] {
        guard let type = headers["content-type"], let mark = type.range(of: "boundary=") else {
            return [:]
        }
        let boundary = "--" + type[mark.upperBound...]
        var fields: [String: String] = [:]
        for part in String(decoding: body, as: UTF8.self).components(separatedBy: boundary) {
            guard let name = part.range(of: "name=\""), let gap = part.range(of: "\r\n\r\n") else {
                continue
            }
            let key = part[name.upperBound...].prefix { $0 != "\"" }
            fields[String(key)] = String(part[gap.upperBound...].dropLast())
        }
        return fields
    }
}
