/// How long a request may take, and how much may come back.
package struct HTTPLimits: Hashable, Sendable {
    /// Until the connection stands.
    package var connecting: Duration
    /// Without a byte in either direction; a server that thinks for minutes
    /// before it answers needs as long.
    package var silence: Duration
    /// The whole transfer; nil for as long as bytes come.
    package var total: Duration?
    /// The most bytes of an answer.
    package var byteCount: Int

    package init(
        connecting: Duration = .seconds(15),
        silence: Duration = .seconds(60),
        total: Duration? = nil,
        byteCount: Int = 8 << 20
    ) {
        self.connecting = connecting
        self.silence = silence
        self.total = total
        self.byteCount = byteCount
    }
}
