import Foundation
import NIOCore
import NIOWebSocket

/// Turns frames into messages and back, answers pings and sends its own, and says goodbye (RFC 6455).
///
/// Confined to its channel's event loop.
final class WebSocketFraming: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketMessage
    typealias OutboundIn = WebSocketMessage
    typealias OutboundOut = WebSocketFrame

    private let host: String
    private let pulse: TimeAmount
    private var hasHeard = true
    private var isClosing = false
    private var beat: Scheduled<Void>?

    init(host: String, pulse: Duration) {
        self.host = host
        self.pulse = TimeAmount(pulse)
    }

    func handlerAdded(context: ChannelHandlerContext) { scheduleBeat(context) }

    func handlerRemoved(context: ChannelHandlerContext) { beat?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasHeard = true
        let frame = unwrapInboundIn(data)
        var bytes = frame.unmaskedData
        switch frame.opcode {
        case .text:
            // That it is none is all that could be wrong.
            let text = try? bytes.readUTF8ValidatedString(length: bytes.readableBytes)
            guard let text else {
                let what =
                    "\(host) sent a text that is none; it may have changed, so update Kinema."
                return end(context, HTTPError(.damaged, what), .dataInconsistentWithMessage)
            }
            context.fireChannelRead(wrapInboundOut(.text(text)))
        case .binary:
            context.fireChannelRead(wrapInboundOut(.bytes(Data(bytes.readableBytesView))))
        case .ping: send(.pong, bytes, context)
        case .connectionClose: answerGoodbye(bytes, context)
        default: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What follows from an end is not its reason.
        guard !isClosing else { return }
        let reason = HTTPError(socket: error, host: host)
        end(context, reason, reason.kind == .tooLarge ? .messageTooLarge : .protocolError)
    }

    func channelInactive(context: ChannelHandlerContext) {
        beat?.cancel()
        if !isClosing {
            isClosing = true
            context.fireErrorCaught(HTTPError(broken: host))
        }
        context.fireChannelInactive()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let buffer: ByteBuffer
        let opcode: WebSocketOpcode
        switch unwrapOutboundIn(data) {
        case .text(let text):
            buffer = ByteBuffer(string: text)
            opcode = .text
        case .bytes(let bytes):
            buffer = ByteBuffer(bytes: bytes)
            opcode = .binary
        }
        context.write(wrapOutboundOut(Self.frame(opcode, buffer)), promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, !isClosing, context.channel.isActive else {
            return context.close(mode: mode, promise: promise)
        }
        sayGoodbye(.normalClosure, context)
        context.close(mode: mode, promise: promise)
    }

    private func scheduleBeat(_ context: ChannelHandlerContext) {
        beat = context.eventLoop.assumeIsolated().scheduleTask(in: pulse) { [self] in
            guard context.channel.isActive, !isClosing else { return }
            guard hasHeard else {
                isClosing = true
                context.fireErrorCaught(
                    HTTPError(.timedOut, "\(host) said nothing for too long; try again later.")
                )
                return context.close(promise: nil)
            }
            hasHeard = false
            send(.ping, ByteBuffer(), context)
            scheduleBeat(context)
        }
    }

    /// The server's goodbye is said back, and then it is over.
    private func answerGoodbye(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        guard !isClosing else { return context.close(promise: nil) }
        var bytes = bytes
        let code = bytes.readWebSocketErrorCode() ?? .normalClosure
        sayGoodbye(code, context)
        if code != .normalClosure, code != .goingAway {
            context.fireErrorCaught(HTTPError(broken: host))
        }
        context.close(promise: nil)
    }

    private func end(
        _ context: ChannelHandlerContext,
        _ reason: HTTPError,
        _ code: WebSocketErrorCode
    ) {
        sayGoodbye(code, context)
        context.fireErrorCaught(reason)
        context.close(promise: nil)
    }

    private func sayGoodbye(_ code: WebSocketErrorCode, _ context: ChannelHandlerContext) {
        isClosing = true
        var bytes = context.channel.allocator.buffer(capacity: 2)
        bytes.write(webSocketErrorCode: code)
        send(.connectionClose, bytes, context)
    }

    private func send(
        _ opcode: WebSocketOpcode,
        _ bytes: ByteBuffer,
        _ context: ChannelHandlerContext
    ) {
        context.writeAndFlush(wrapOutboundOut(Self.frame(opcode, bytes)), promise: nil)
    }

    /// A client hides what it sends under a mask of its own for each frame.
    private static func frame(_ opcode: WebSocketOpcode, _ bytes: ByteBuffer) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: bytes)
    }
}
