import NIOCore
import NIOHTTP1
import Synchronization

/// Keeps the status with which a server answers to the wish for a WebSocket.
///
/// Confined to its channel's event loop, but for the status.
final class WebSocketAnswer: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    /// What was answered, for whoever asked.
    final class Status: Sendable {
        private let code = Mutex<Int?>(nil)

        var value: Int? {
            get { code.withLock { $0 } }
            set { code.withLock { $0 = newValue } }
        }
    }

    private let status: Status

    init(_ status: Status) { self.status = status }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What follows the head is of another protocol once it is agreed on.
        if status.value == nil, case .head(let head) = unwrapInboundIn(data) {
            status.value = Int(head.status.code)
        }
        context.fireChannelRead(data)
    }
}
