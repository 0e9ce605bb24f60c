/// How long a WebSocket may take, and how much may come over it.
package struct WebSocketLimits: Hashable, Sendable {
    /// Until the connection stands and the server has agreed to it.
    package var connecting: Duration
    /// Between two pings; a server that says nothing from one to the next is gone.
    package var pulse: Duration
    /// The most bytes of a message.
    package var byteCount: Int
    /// The wait before the connection is made anew; it doubles with each that fails.
    package var wait: Duration
    /// The longest wait before the connection is made anew.
    package var longestWait: Duration

    package init(
        connecting: Duration = .seconds(15),
        pulse: Duration = .seconds(30),
        byteCount: Int = 16 << 20,
        wait: Duration = .milliseconds(500),
        longestWait: Duration = .seconds(30)
    ) {
        self.connecting = connecting
        self.pulse = pulse
        self.byteCount = byteCount
        self.wait = wait
        self.longestWait = longestWait
    }
}
