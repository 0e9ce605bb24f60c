package import Foundation

/// What a server of the tests does with a request.
package struct LoopbackAnswer: Sendable {
    /// How the bytes of the answer end.
    package enum Ending: Sendable {
        case whole
        /// After this many bytes of the body the connection is closed.
        case truncated(Int)
        /// After this many bytes of the body the connection is reset.
        case reset(Int)
        /// After this many bytes of the body nothing more is said.
        case silent(Int)
        /// The connection is closed before anything is said.
        case unanswered
    }

    package enum Body: Sendable {
        case data(Data)
        /// This many bytes, made as they are sent.
        case zeros(Int)
    }

    package var status: Int
    package var headers: [String: String]
    package var body: Body
    package var ending = Ending.whole
    /// Called before anything is sent, on the connection's own thread, and may block.
    package var before: @Sendable () -> Void = {}
    /// What is said over the WebSocket that the connection becomes, on its own thread.
    var talk: (@Sendable (LoopbackSocket) -> Void)?

    package init(_ status: Int = 200, headers: [String: String] = [:], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Agrees to a WebSocket, and talks over it until the closure returns.
    package static func webSocket(
        _ talk: @escaping @Sendable (LoopbackSocket) -> Void
    ) -> LoopbackAnswer {
        var answer = LoopbackAnswer.empty(101)
        answer.talk = talk
        return answer
    }

    package static func json(
        _ value: Any,
        status: Int = 200,
        headers: [String: String] = [:]
    ) -> LoopbackAnswer {
        // What the tests write is always JSON.
        let data = (try? JSONSerialization.data(withJSONObject: value)) ?? Data()
        var headers = headers
        headers["Content-Type"] = "application/json"
        return LoopbackAnswer(status, headers: headers, body: .data(data))
    }

    package static func text(_ text: String, status: Int = 200, type: String) -> LoopbackAnswer {
        LoopbackAnswer(status, headers: ["Content-Type": type], body: .data(Data(text.utf8)))
    }

    package static func empty(_ status: Int) -> LoopbackAnswer {
        LoopbackAnswer(status, body: .data(Data()))
    }

    /// A file as S3 serves one: with its tag, and in part where that is asked for and still the same.
    package static func file(
        _ data: Data,
        type: String,
        tag: String,
        for request: LoopbackRequest
    ) -> LoopbackAnswer {
        var answer = LoopbackAnswer(
            headers: ["Content-Type": type, "ETag": tag],
            body: .data(data)
        )
        guard let range = request.headers["range"], request.headers["if-range"] ?? tag == tag,
            let start = Int(range.dropFirst(6).prefix { $0 != "-" })
        else { return answer }
        guard start < data.count else { return .empty(416) }
        answer.status = 206
        answer.headers["Content-Range"] = "bytes \(start)-\(data.count - 1)/\(data.count)"
        answer.body = .data(data.dropFirst(start))
        return answer
    }
}
