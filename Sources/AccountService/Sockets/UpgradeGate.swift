import NIOCore
import NIOHTTP1

/// Looks at the first request of a connection: a WebSocket that may be opened goes on as one, and
/// everything else as plain HTTP.
///
/// NIO's upgrade handler loses a request that no upgrader takes, and the parser
/// stops after any that asks for an upgrade. So that wish is taken out here,
/// and the connection of whoever had it ends with its answer.
///
/// Confined to its channel's event loop.
final class UpgradeGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// Tells who may listen to what; nil where a plain answer says why not.
    typealias Permit = @Sendable (HTTPRequestHead) async -> ChangeHub.Ticket?

    private enum State {
        case waiting
        /// What came while it is asked whether the WebSocket may be opened.
        case asking([HTTPServerRequestPart])
        case passing
    }

    /// The most parts of one request that wait.
    private static let capacity = 8

    private let permit: Permit
    private let agreed: NIOLoopBoundBox<ChangeHub.Ticket?>
    /// In which the first request has to come.
    private let patience: TimeAmount
    private var state = State.waiting
    private var alarm: Scheduled<Void>?
    private var isEnding = false

    init(
        permit: @escaping Permit,
        agreed: NIOLoopBoundBox<ChangeHub.Ticket?>,
        patience: TimeAmount
    ) {
        self.permit = permit
        self.agreed = agreed
        self.patience = patience
    }

    func handlerAdded(context: ChannelHandlerContext) {
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
            context.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        switch state {
        case .asking(let parts):
            guard parts.count < Self.capacity else { return context.close(promise: nil) }
            state = .asking(parts + [part])
        case .waiting:
            guard case .head(let head) = part else { return context.fireChannelRead(data) }
            alarm?.cancel()
            guard Self.isWebSocket(head) else {
                state = .passing
                return context.fireChannelRead(wrapInboundOut(.head(Self.plain(head))))
            }
            ask(head, context)
        case .passing:
            guard case .head(let head) = part else { return context.fireChannelRead(data) }
            context.fireChannelRead(wrapInboundOut(.head(Self.plain(head))))
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        switch state {
        case .waiting: context.close(promise: nil)
        case .asking: isEnding = true
        case .passing: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Later on it is the concern of whoever reads the requests.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard case .waiting = state, error is HTTPParserError else {
            return context.fireErrorCaught(error)
        }
        state = .passing
        let head = HTTPResponseHead(
            version: .http1_1,
            status: .badRequest,
            headers: ["Connection": "close", "Content-Length": "0"]
        )
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    private func ask(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        state = .asking([.head(head)])
        context.eventLoop.makeFutureWithTask { [permit] in await permit(head) }
            .assumeIsolated()
            .whenSuccess { [self] ticket in answered(isEnding ? nil : ticket, context) }
    }

    private func answered(_ ticket: ChangeHub.Ticket?, _ context: ChannelHandlerContext) {
        guard case .asking(let parts) = state, context.channel.isActive else { return }
        state = .passing
        agreed.value = ticket
        for part in parts {
            if ticket == nil, case .head(let head) = part {
                context.fireChannelRead(wrapInboundOut(.head(Self.plain(head))))
            } else {
                context.fireChannelRead(wrapInboundOut(part))
            }
        }
        // With it the reader of requests hands on what it was given.
        if ticket == nil { context.fireChannelReadComplete() }
    }

    /// Whether a request is the beginning of a WebSocket (RFC 6455, 4.2.1).
    private static func isWebSocket(_ head: HTTPRequestHead) -> Bool {
        head.method == .GET
            && head.headers[canonicalForm: "upgrade"].contains { $0.lowercased() == "websocket" }
            && head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
            && head.headers["sec-websocket-version"] == ["13"]
            && head.headers["sec-websocket-key"].count == 1
    }

    private static func plain(_ head: HTTPRequestHead) -> HTTPRequestHead {
        guard head.headers.contains(name: "upgrade") else { return head }
        var plain = head
        plain.headers.remove(name: "upgrade")
        plain.headers.replaceOrAdd(name: "connection", value: "close")
        return plain
    }
}
