extension AccountRoute {
    /// Upgraded to a WebSocket (RFC 6455) that says ``ChangePoke``s and hears nothing.
    package static let events = AccountRoute(
        id: "changes.events",
        method: .get,
        path: "/v1/spaces/{space}/events",
        access: .account,
        body: .none,
        summary: "Tells over a WebSocket, as it happens, that a space has changed."
    )
}
