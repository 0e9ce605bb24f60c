import HTTPTypes
import Hummingbird
import NIOCore

/// Tells the metrics, to programs of this machine alone unless everybody may ask.
struct MetricsRim: Sendable {
    let metrics: ServiceMetrics
    let access: ServiceSettings.MetricsAccess
    let hub: ChangeHub
    let accounts: AccountDesk

    func add(to router: Router<ServiceContext>) {
        guard access != .nobody else { return }
        router.get("/metrics") { request, context in
            // A proxy on this machine asks for others, and says so.
            let isForwarded = HTTPField.Name("X-Forwarded-For").map { request.headers[$0] != nil }
            let isHere = ["127.0.0.1", "::1"].contains(context.peer) && isForwarded == false
            guard access == .everybody || isHere else { throw Refusal.notFound("page") }
            let text = metrics.text([
                ("kinema_websockets", "WebSockets that are open.", Double(await hub.count)),
                (
                    "kinema_passwords_waiting", "Passwords that are hashed or wait for it.",
                    Double(accounts.hashing.load)
                ),
                (
                    "kinema_passwords_hashed", "Passwords that were hashed.",
                    Double(accounts.hashing.count)
                ),
            ])
            return Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))
            )
        }
    }
}
