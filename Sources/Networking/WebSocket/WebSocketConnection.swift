import NIOCore

/// A WebSocket that stands, for as long as whoever opened it works with it.
package struct WebSocketConnection: Sendable {
    /// What the server says, in order; ends with its goodbye.
    ///
    /// Going through it throws ``HTTPError`` when the connection broke. It can
    /// be gone through once; what nobody reads the server has to keep.
    package let messages: WebSocketMessages
    private let writer: NIOAsyncChannelOutboundWriter<WebSocketMessage>
    private let host: String

    init(
        _ inbound: NIOAsyncChannelInboundStream<WebSocketMessage>,
        _ writer: NIOAsyncChannelOutboundWriter<WebSocketMessage>,
        host: String
    ) {
        messages = WebSocketMessages(base: inbound, host: host)
        self.writer = writer
        self.host = host
    }

    /// Sends a message; waits while the server takes nothing.
    package func send(_ message: WebSocketMessage) async throws(HTTPError) {
        do {
            try await writer.write(message)
        } catch {
            throw HTTPError(socket: error, host: host)
        }
    }
}

/// The messages of a WebSocket as they come.
package struct WebSocketMessages: AsyncSequence, Sendable {
    let base: NIOAsyncChannelInboundStream<WebSocketMessage>
    let host: String

    package func makeAsyncIterator() -> Iterator {
        Iterator(base: base.makeAsyncIterator(), host: host)
    }

    /// Gives one message after the other.
    package struct Iterator: AsyncIteratorProtocol {
        var base: NIOAsyncChannelInboundStream<WebSocketMessage>.AsyncIterator
        let host: String

        package mutating func next() async throws -> WebSocketMessage? {
            do {
                return try await base.next()
            } catch {
                throw HTTPError(socket: error, host: host)
            }
        }
    }
}
