/// What the service says over the WebSocket of a space: there is something to take over.
///
/// One text frame of JSON, `{"cursor":4711}`: one when the connection stands,
/// and one soon after every change, of which several may be told as one. It
/// may be lost without harm; whoever hears nothing asks now and then.
package struct ChangePoke: Hashable, Sendable, Codable {
    /// The newest change of the space, as ``RecordExchange/Pulled/sequence`` counts them.
    package var cursor: Int

    package init(cursor: Int) { self.cursor = cursor }
}
