import AccountAPI
import NIOHTTP1

extension ChangeHub {
    /// Returns what lets whoever sent a request listen; nil where the route's plain answer says
    /// why not.
    func permit(_ head: HTTPRequestHead, _ spaces: SpaceDesk) async -> Ticket? {
        guard let space = AccountRoute.events.values(in: head.uri)?.first,
            let caller = try? await spaces.accounts.caller(
                authorization: head.headers.first(name: "authorization")
            ),
            caller.may(ask: .events), hasRoom(for: caller.account)
        else { return nil }
        return try? await spaces.listen(to: space, by: caller)
    }
}
