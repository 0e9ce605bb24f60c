/// What happens to a connection that is kept up.
package enum WebSocketEvent: Hashable, Sendable {
    /// It stands, for the first time or again; what was said in between is lost.
    case opened
    case message(WebSocketMessage)
    /// It ended, and is made anew after a while; nil where the server said goodbye.
    case closed(HTTPError?)
}
