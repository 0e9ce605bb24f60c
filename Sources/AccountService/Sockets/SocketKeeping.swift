import NIOCore
import NIOWebSocket

/// The service's end of a WebSocket that hears nothing: answers pings and sends its own, and says
/// goodbye (RFC 6455).
///
/// Confined to its channel's event loop.
final class SocketKeeping: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    /// Asked of a channel from outside: that it ends with this code.
    struct Goodbye: Sendable {
        let code: WebSocketErrorCode
    }

    /// How long a client may take to say goodbye back.
    private static let patience = TimeAmount.seconds(5)

    private let pulse: TimeAmount
    private var hasHeard = true
    private var isClosing = false
    private var beat: Scheduled<Void>?

    /// A client that answers nothing from one pulse to the next is gone.
    init(pulse: TimeAmount) { self.pulse = pulse }

    func handlerAdded(context: ChannelHandlerContext) { scheduleBeat(context) }

    func handlerRemoved(context: ChannelHandlerContext) { beat?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        beat?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasHeard = true
        let frame = unwrapInboundIn(data)
        switch frame.opcode {
        case .pong: break
        case .connectionClose:
            if !isClosing {
                var bytes = frame.unmaskedData
                say(.connectionClose, Self.code(bytes.readWebSocketErrorCode()), context)
            }
            context.close(promise: nil)
        // What a client sends faster than it reads is not kept for it.
        case .ping where context.channel.isWritable:
            if !isClosing { say(.pong, frame.unmaskedData, context) }
        case .ping: context.close(promise: nil)
        default: end(.unacceptableData, context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: end(.goingAway, context)
        case let event as ChannelEvent where event == .inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext,
        event: Any,
        promise: EventLoopPromise<Void>?
    ) {
        guard let goodbye = event as? Goodbye else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        end(goodbye.code, context)
        promise?.succeed()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func scheduleBeat(_ context: ChannelHandlerContext) {
        beat = context.eventLoop.assumeIsolated().scheduleTask(in: pulse) { [self] in
            guard context.channel.isActive, !isClosing else { return }
            guard hasHeard else { return context.close(promise: nil) }
            hasHeard = false
            say(.ping, ByteBuffer(), context)
            scheduleBeat(context)
        }
    }

    private func end(_ code: WebSocketErrorCode, _ context: ChannelHandlerContext) {
        guard !isClosing else { return }
        isClosing = true
        beat?.cancel()
        say(.connectionClose, Self.code(code), context)
        beat = context.eventLoop.assumeIsolated().scheduleTask(in: Self.patience) {
            context.close(promise: nil)
        }
    }

    private static func code(_ code: WebSocketErrorCode?) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.write(webSocketErrorCode: code ?? .normalClosure)
        return bytes
    }

    private func say(
        _ opcode: WebSocketOpcode,
        _ bytes: ByteBuffer,
        _ context: ChannelHandlerContext
    ) {
        let frame = WebSocketFrame(fin: true, opcode: opcode, data: bytes)
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }
}
