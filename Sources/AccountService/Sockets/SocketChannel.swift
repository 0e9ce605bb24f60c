import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// A connection that speaks HTTP/1.1, and becomes a WebSocket where that is asked for and allowed.
struct SocketChannel: HTTPChannelHandler {
    typealias Plain = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    /// What became of a connection once its first request was seen.
    enum Outcome: Sendable {
        case plain(Plain)
        case socket(ChangeHub.Ticket)
    }

    struct Value: ServerChildChannelValue {
        let channel: any Channel
        let outcome: EventLoopFuture<Outcome>
    }

    /// A client has nothing to say but pings, pongs and goodbyes, which are this short (RFC 6455, 5.5).
    private static let frameLimit = 125

    let responder: HTTPChannelHandler.Responder
    let hub: ChangeHub
    let permit: UpgradeGate.Permit
    let pulse: TimeAmount
    /// How long a connection is kept on which nobody asks for anything whole.
    let patience: Duration

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let agreed = NIOLoopBoundBox<ChangeHub.Ticket?>(nil, eventLoop: channel.eventLoop)
            let pipeline = channel.pipeline.syncOperations
            let encoder = HTTPResponseEncoder()
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(
                    leftOverBytesStrategy: .forwardBytes,
                    limitConfiguration: Self.limits
                )
            )
            let gate = UpgradeGate(
                permit: permit,
                agreed: agreed,
                patience: TimeAmount(patience)
            )
            let upgrade = NIOTypedHTTPServerUpgradeHandler<Outcome>(
                httpEncoder: encoder,
                extraHTTPHandlers: [decoder, gate],
                upgradeConfiguration: NIOTypedHTTPServerUpgradeConfiguration(
                    upgraders: [upgrader(agreed)],
                    notUpgradingCompletionHandler: { [patience] channel in
                        Self.plain(channel, patience, logger)
                    }
                )
            )
            try pipeline.addHandlers([encoder, decoder])
            try pipeline.addHandler(gate)
            try pipeline.addHandler(upgrade)
            return Value(channel: channel, outcome: upgrade.upgradeResultFuture)
        }
    }

    func handle(value: Value, logger: Logger) async {
        // A connection that ended before it asked for anything has no outcome.
        guard let outcome = try? await value.outcome.get() else {
            return value.channel.close(promise: nil)
        }
        switch outcome {
        case .plain(let channel): await handleHTTP(asyncChannel: channel, logger: logger)
        case .socket(let ticket): await hub.serve(value.channel, ticket)
        }
    }

    private func upgrader(
        _ agreed: NIOLoopBoundBox<ChangeHub.Ticket?>
    ) -> NIOTypedWebSocketServerUpgrader<Outcome> {
        NIOTypedWebSocketServerUpgrader(
            maxFrameSize: Self.frameLimit,
            shouldUpgrade: { channel, _ in
                channel.eventLoop.makeSucceededFuture(agreed.value == nil ? nil : HTTPHeaders())
            },
            upgradePipelineHandler: { [pulse] channel, _ in
                channel.eventLoop.makeCompletedFuture {
                    guard let ticket = agreed.value else {
                        throw ChannelError.inappropriateOperationForState
                    }
                    try channel.pipeline.syncOperations.addHandler(SocketKeeping(pulse: pulse))
                    return .socket(ticket)
                }
            }
        )
    }

    private static func plain(
        _ channel: any Channel,
        _ patience: Duration,
        _ logger: Logger
    ) -> EventLoopFuture<Outcome> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            try pipeline.addHandler(RequestPatience(TimeAmount(patience)))
            try pipeline.addHandler(
                HTTPConnectionStateHandler(idleTimeout: patience, logger: logger)
            )
            let plain = try Plain(
                wrappingChannelSynchronously: channel,
                configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true)
            )
            return .plain(plain)
        }
    }

    private static var limits: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 16 * 1024
        limits.maxHeaderListSize = 32 * 1024
        limits.maxHeaderFieldCount = 100
        return limits
    }
}
