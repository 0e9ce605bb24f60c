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

    /// - Precondition: The route is open to anyone.
    func on(_ route: AccountRoute, _ answer: @escaping Answer) {
        precondition(route.access == .anyone, "\(route.id) wants to know who asks.")
        router.on(route.routerPath, method: route.routerMethod) { request, context in
            try await answer(request, context)
        }
    }

    /// - Precondition: The route is for accounts alone.
    func on(_ route: AccountRoute, _ answer: @escaping AccountAnswer) {
        precondition(route.access == .account, "\(route.id) is open to anyone.")
        router.on(route.routerPath, method: route.routerMethod) { [accounts] request, context in
            guard let value = request.headers[.authorization],
                value.lowercased().hasPrefix("bearer ")
            else { throw Refusal.unauthorized }
            let caller = try await accounts.caller(token: String(value.dropFirst(7)))
            return try await answer(request, context, caller)
        }
    }
}

extension AccountRoute {
    var routerPath: RouterPath {
        RouterPath(path.replacing("{", with: ":").replacing("}", with: ""))
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
