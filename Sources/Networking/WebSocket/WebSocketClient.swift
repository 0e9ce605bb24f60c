import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// Opens WebSockets, over TLS where the address is `https`.
///
/// The certificate of a server is always verified. Redirects are not followed,
/// and proxies are not asked.
package struct WebSocketClient: Sendable {
    let limits: WebSocketLimits
    let pause: @Sendable (Duration) async throws -> Void
    let random: @Sendable () -> Double

    private typealias Socket = NIOAsyncChannel<WebSocketMessage, WebSocketMessage>

    private enum Upgrade: Sendable {
        case open(Socket)
        case refused
    }

    /// `pause` waits before a connection is made anew, and `random` draws from 0 to 1.
    package init(
        limits: WebSocketLimits = WebSocketLimits(),
        pause: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        },
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.limits = limits
        self.pause = pause
        self.random = random
    }

    /// Opens a WebSocket, works with it, and says goodbye.
    ///
    /// - Throws: ``HTTPError``, of kind `refused` where the server is none for
    ///   WebSockets at this address, and what the work throws.
    package func open<Value: Sendable>(
        _ address: WebAddress,
        headers: [HTTPHeader] = [],
        work: @Sendable (WebSocketConnection) async throws -> Value
    ) async throws -> Value {
        let host = address.host
        let socket = try await connect(address, headers)
        do {
            return try await socket.executeThenClose { inbound, outbound in
                try await work(WebSocketConnection(inbound, outbound, host: host))
            }
        } catch let error as ChannelError {
            throw HTTPError(socket: error, host: host)
        }
    }

    private func connect(
        _ address: WebAddress,
        _ headers: [HTTPHeader]
    ) async throws(HTTPError) -> Socket {
        let status = WebSocketAnswer.Status()
        let upgrade: Upgrade
        do {
            let tls = address.isSecure ? try NIOSSLContext(configuration: Self.tls) : nil
            let limit = TimeAmount(limits.connecting)
            // One group of threads for the process, begun when it is first asked for.
            upgrade = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(limit)
                .connect(host: address.bareHost, port: address.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let answer = try setUp(channel, address, headers, tls, status)
                        return Self.bounded(answer, on: channel, by: limit)
                    }
                }.get()
        } catch {
            if let code = status.value, code != 101 {
                throw HTTPError(refusedBy: address.host, status: code)
            }
            throw HTTPError(socket: error, host: address.host)
        }
        guard case .open(let socket) = upgrade else {
            throw HTTPError(refusedBy: address.host, status: status.value ?? 0)
        }
        return socket
    }

    /// Ends the wait for an answer after a time, and when the connection is gone.
    private static func bounded(
        _ answer: EventLoopFuture<Upgrade>,
        on channel: any Channel,
        by limit: TimeAmount
    ) -> EventLoopFuture<Upgrade> {
        let promise = channel.eventLoop.makePromise(of: Upgrade.self)
        let alarm = channel.eventLoop.scheduleTask(in: limit) {
            promise.fail(ChannelError.connectTimeout(limit))
            channel.close(promise: nil)
        }
        // Whatever comes first counts; an answer that is on its way when the connection ends is
        // told before.
        channel.closeFuture.whenComplete { _ in
            channel.eventLoop.execute { promise.fail(ChannelError.eof) }
        }
        answer.whenComplete { result in
            alarm.cancel()
            promise.completeWith(result)
        }
        return promise.futureResult
    }

    private func setUp(
        _ channel: any Channel,
        _ address: WebAddress,
        _ headers: [HTTPHeader],
        _ tls: NIOSSLContext?,
        _ status: WebSocketAnswer.Status
    ) throws -> EventLoopFuture<Upgrade> {
        let pipeline = channel.pipeline.syncOperations
        if let tls {
            let name = address.isNumeric ? nil : address.host
            try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
        }
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
            upgradeConfiguration: NIOTypedHTTPClientUpgradeConfiguration(
                upgradeRequestHead: Self.head(address, headers),
                upgraders: [upgrader(host: address.host)],
                notUpgradingCompletionHandler: { channel in
                    channel.close(promise: nil)
                    return channel.eventLoop.makeSucceededFuture(.refused)
                }
            )
        )
        // A server may speak at once, in the same packet as its agreement.
        configuration.leftOverBytesStrategy = .forwardBytes
        let upgraded = try pipeline.configureUpgradableHTTPClientPipeline(
            configuration: configuration
        )
        let last = try pipeline.handler(type: NIOTypedHTTPClientUpgradeHandler<Upgrade>.self)
        try pipeline.addHandler(WebSocketAnswer(status), position: .before(last))
        return upgraded
    }

    private func upgrader(host: String) -> NIOTypedWebSocketClientUpgrader<Upgrade> {
        NIOTypedWebSocketClientUpgrader(
            maxFrameSize: limits.byteCount,
            enableAutomaticErrorHandling: false
        ) { [limits] channel, _ in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandler(
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0,
                        maxAccumulatedFrameCount: 4096,
                        maxAccumulatedFrameSize: limits.byteCount
                    )
                )
                try pipeline.addHandler(WebSocketFraming(host: host, pulse: limits.pulse))
                // What ended before anybody listened would look like a goodbye.
                guard channel.isActive else { throw ChannelError.eof }
                return .open(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
            }
        }
    }

    private static var tls: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }

    private static func head(_ address: WebAddress, _ headers: [HTTPHeader]) -> HTTPRequestHead {
        var fields = HTTPHeaders([("Host", address.authority), ("User-Agent", "kinema/0.1")])
        for header in headers { fields.add(name: header.name, value: header.text) }
        return HTTPRequestHead(
            version: .http1_1,
            method: .GET,
            uri: address.target,
            headers: fields
        )
    }
}
