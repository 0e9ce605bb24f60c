import Foundation

/// Takes an answer's bytes as they come; called on the network's thread alone.
protocol HTTPSink: AnyObject {
    /// Called once the head is known, before any byte.
    func begin(_ head: HTTPHead) throws(HTTPError)
    func write(_ bytes: UnsafeRawBufferPointer) throws(HTTPError)
    /// How many bytes are there, and how many there will be.
    var progress: (done: Int, total: Int?) { get }
}

/// Keeps an answer in memory, up to a limit.
final class MemorySink: HTTPSink {
    private(set) var data = Data()
    private let limit: Int
    private var total: Int?

    init(limit: Int) { self.limit = limit }

    func begin(_ head: HTTPHead) throws(HTTPError) {
        data.removeAll()
        total = head.contentLength
        if let total, total > limit { throw .tooLarge(limit) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(HTTPError) {
        guard data.count + bytes.count <= limit else { throw .tooLarge(limit) }
        data.append(contentsOf: bytes)
    }

    var progress: (done: Int, total: Int?) { (data.count, total) }
}

extension HTTPError {
    static func tooLarge(_ limit: Int) -> HTTPError {
        HTTPError(
            .tooLarge,
            "The answer is larger than the \(limit / 1_000_000) MB that are taken.",
            mayHaveArrived: true
        )
    }
}
