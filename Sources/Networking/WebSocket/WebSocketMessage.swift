package import Foundation

/// What goes over a WebSocket, whole.
package enum WebSocketMessage: Hashable, Sendable {
    case text(String)
    case bytes(Data)
}
