package import Foundation

/// What a request carries: pieces of memory and whole files, sent one after the other.
package struct HTTPBody: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case bytes(Data)
        /// So many bytes of a file from a place on, read as they are sent.
        case file(String, from: Int, count: Int)

        var count: Int {
            switch self {
            case .bytes(let data): data.count
            case .file(_, _, let count): count
            }
        }
    }

    private(set) var pieces: [Piece] = []

    package init() {}

    package init(_ data: Data) { append(data) }

    package var byteCount: Int { pieces.reduce(0) { $0 + $1.count } }

    package mutating func append(_ data: Data) { pieces.append(.bytes(data)) }

    /// Adds a file, which has to stay as it is until it is sent.
    ///
    /// - Throws: ``HTTPError`` when it cannot be read.
    package mutating func append(file path: String) throws(HTTPError) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw HTTPError(.file, "The file to send cannot be read; choose it again.")
        }
        pieces.append(.file(path, from: 0, count: Int(status.st_size)))
    }

    /// Adds a part of a file, which has to stay as it is until it is sent.
    package mutating func append(file path: String, bytes range: Range<Int>) {
        pieces.append(.file(path, from: range.lowerBound, count: range.count))
    }
}
