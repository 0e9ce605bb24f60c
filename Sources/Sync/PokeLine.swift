import AccountAPI
import Foundation
package import Networking

/// The WebSocket over which the service tells of changes.
package struct PokeLine: PokeSource {
    private let access: AccountAccess
    private let socket: WebSocketClient

    package init(access: AccountAccess, socket: WebSocketClient = WebSocketClient.pokes) {
        self.access = access
        self.socket = socket
    }

    package func listen(
        to space: String,
        hear: @escaping @Sendable (Poke) async -> Void
    ) async throws(SyncError) {
        let (server, token) = try await access.bearer()
        guard let address = server.appending(AccountRoute.events.path(space)) else {
            throw SyncError(.local, "The address \(server) cannot be listened to; check it.")
        }
        do {
            try await socket.stay(
                connectedTo: address,
                headers: [HTTPHeader("Authorization", "Bearer ", secret: token)]
            ) { event in
                switch event {
                case .opened: await hear(.opened)
                case .closed: await hear(.closed)
                case .message(.text(let text)):
                    let poke = try? JSONDecoder().decode(ChangePoke.self, from: Data(text.utf8))
                    guard let poke else { return }
                    await hear(.changed(cursor: poke.cursor))
                    if let jobs = poke.jobs { await hear(.moved(jobs: jobs.map(\.id))) }
                case .message(.bytes): break
                }
            }
        } catch {
            await hear(.closed)
            throw SyncError(error)
        }
    }
}

extension WebSocketClient {
    /// A line that says a few bytes now and then.
    package static var pokes: WebSocketClient {
        WebSocketClient(
            limits: WebSocketLimits(
                byteCount: 4096,
                wait: .seconds(2),
                longestWait: .seconds(120)
            )
        )
    }
}
