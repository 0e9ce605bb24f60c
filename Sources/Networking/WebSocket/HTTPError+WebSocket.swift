import NIOCore
import NIOPosix
import NIOSSL
import NIOWebSocket

/// What goes wrong with a WebSocket; the only place that reads the transport's own errors.
extension HTTPError {
    init(socket error: any Error, host: String) {
        switch error {
        case let error as HTTPError: self = error
        case is CancellationError: self = .cancelled
        case is NIOConnectionError:
            self.init(
                .unreachable,
                "\(host) accepts no connection; check the network and the address."
            )
        case ChannelError.connectTimeout:
            self.init(.timedOut, "\(host) said nothing for too long; try again later.")
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            self.init(
                .untrusted,
                "\(host) could not prove who it is, so nothing was sent; check the address and "
                    + "this machine’s clock and certificates."
            )
        case NIOWebSocketError.invalidFrameLength,
            NIOWebSocketFrameAggregator.Error.accumulatedFrameSizeIsTooLarge,
            NIOWebSocketFrameAggregator.Error.tooManyFragments:
            self.init(.tooLarge, "\(host) sent more than is taken.", mayHaveArrived: true)
        default:
            self.init(broken: host)
        }
    }

    init(broken host: String) {
        self.init(.interrupted, "The connection to \(host) broke; try again.", mayHaveArrived: true)
    }

    init(refusedBy host: String, status: Int) {
        self.init(
            .refused(status: status),
            "\(host) takes no WebSocket there (\(status)); check the address.",
            mayHaveArrived: true
        )
    }
}
