import AccountAPI
import HTTPTypes
import Hummingbird

/// Ties the routes of the table to what answers them; who may ask is looked at here, once.
struct RouteBook {
    typealias Answer = @Sendable (Request, ServiceContext) async throws -> Response
    typealias AccountAnswer =
        @Sendable (Request, ServiceContext, AccountDesk.Caller) async throws -> Response

    let router: Router<ServiceContext>
    let accounts: AccountDesk

    /// - Precondition: The route asks for no token.
    func on(_ route: AccountRoute, _ answer: @escaping Answer) {
        precondition(route.access != .account, "\(route.id) wants to know who asks.")
        router.on(route.routerPath, method: route.routerMethod) { request, context in
            try await answer(request, context)
        }
    }

    /// - Precondition: The route is for accounts alone.
    func on(_ route: AccountRoute, _ answer: @escaping AccountAnswer) {
        precondition(route.access == .account, "\(route.id) is open to anyone.")
        router.on(route.routerPath, method: route.routerMethod) { [accounts] request, context in
            let caller = try await accounts.caller(
                authorization: request.headers[.authorization]
            )
            guard caller.may(ask: route) else {
                throw Refusal(
                    .forbidden,
                    "This key is not for that; make one that is, or sign in and ask then."
                )
            }
            return try await answer(request, context, caller)
        }
    }
}

extension AccountRoute {
    var routerPath: RouterPath {
        RouterPath(path.replacing("{", with: ":").replacing("}", with: ""))
    }

    /// Returns what stands for the names of the path in an address; nil for that of another route.
    func values(in address: String) -> [String]? {
        let wanted = path.split(separator: "/")
        let parts = address.prefix { $0 != "?" }.split(separator: "/")
        guard parts.count == wanted.count,
            zip(wanted, parts).allSatisfy({ $0.hasPrefix("{") || $0 == $1 })
        else { return nil }
        return zip(wanted, parts).filter { $0.0.hasPrefix("{") }.map { String($0.1) }
    }

    var routerMethod: HTTPRequest.Method {
        switch method {
        case .get: .get
        case .post: .post
        case .put: .put
        case .delete: .delete
        }
    }
}
