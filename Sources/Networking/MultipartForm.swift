import Foundation

/// A form of named fields and files, as `multipart/form-data` (RFC 7578).
package struct MultipartForm: Sendable {
    package private(set) var body = HTTPBody()
    private let boundary: String

    /// The boundary is drawn by lot, so that no file can hold it.
    package init() {
        boundary = "kinema-" + UUID().uuidString
    }

    package var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    package mutating func add(_ name: String, _ value: String) {
        begin(name, rest: "\r\n\r\n")
        body.append(Data(value.utf8))
        body.append(Data("\r\n".utf8))
    }

    /// Adds a file by its path; `fileName` is what the other side is told.
    package mutating func add(
        _ name: String,
        file path: String,
        fileName: String,
        type: String
    ) throws(HTTPError) {
        begin(
            name,
            rest: "; filename=\"\(Self.quoted(fileName))\"\r\nContent-Type: \(type)\r\n\r\n"
        )
        try body.append(file: path)
        body.append(Data("\r\n".utf8))
    }

    /// Ends the form; nothing may be added afterwards.
    package mutating func close() { body.append(Data("--\(boundary)--\r\n".utf8)) }

    private mutating func begin(_ name: String, rest: String) {
        let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(name))\""
        body.append(Data((head + rest).utf8))
    }

    private static func quoted(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
            .replacing("\"", with: "%22")
    }
}
