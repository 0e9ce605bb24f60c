import AccountAPI
import Database
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Around every route: makes answers of errors, sets the headers that browsers heed, counts, and
/// writes a line in the log that holds nothing anybody sent.
///
/// Every answer tells the number under which it stands in the log.
struct Guarding: RouterMiddleware {
    typealias Context = ServiceContext

    let metrics: ServiceMetrics
    /// In which the whole body of what is asked has to come.
    let patience: Duration

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        metrics.began()
        defer { metrics.ended() }
        var response: Response
        do {
            response = try await BodyPatience.$current.withValue(patience) {
                try await next(request, context)
            }
        } catch {
            response = try answer(to: error, context: context)
        }
        for (name, value) in Self.headers where response.headers[name] == nil {
            response.headers[name] = value
        }
        response.headers[.requestID] = context.id
        let (method, route) = (Self.known(request.method), context.endpointPath ?? "none")
        let taken = clock.now - start
        metrics.answered(
            method: method,
            route: route,
            status: response.status.code,
            seconds: taken / .seconds(1)
        )
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(method)",
                "route": "\(route)",
                "status": "\(response.status.code)",
                "milliseconds": "\(taken / .milliseconds(1))",
            ]
        )
        return response
    }

    /// The methods there are; what else somebody sends as one is not repeated.
    private static func known(_ method: HTTPRequest.Method) -> String {
        let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options]
        return all.contains(method) ? method.rawValue : "other"
    }

    private func answer(to error: any Error, context: ServiceContext) throws -> Response {
        switch error {
        case let refusal as Refusal: return try .problem(refusal)
        case let error as AssetError:
            if error.isTransient { context.logger.error("the storage is not at hand") }
            return try .problem(Refusal(error))
        case let refusal as OAuthRefusal:
            return try .json(refusal.problem, status: .badRequest)
        case let error as Hummingbird.HTTPError where error.status.code < 500:
            let code: AccountProblem.Code = error.status == .notFound ? .notFound : .badRequest
            var response = try Response.json(
                AccountProblem(code, "There is nothing here that can be asked in this way."),
                status: error.status
            )
            response.headers.append(contentsOf: error.headers)
            return response
        case let error as DatabaseError where error.kind.isTransient:
            context.logger.error("the database is busy", metadata: ["error": "\(error.kind)"])
            return try .problem(
                Refusal(.unavailable, "The service is busy; try again in a moment.", retryAfter: 2)
            )
        default:
            // Only the kind of error: its words may hold what somebody sent.
            let kind = (error as? DatabaseError).map { "database: \($0.kind)" }
            context.logger.error(
                "not answered",
                metadata: ["error": "\(kind ?? String(describing: type(of: error)))"]
            )
            return try .problem(
                Refusal(.failed, "Something failed here; try again, and tell us if it stays so.")
            )
        }
    }

    private static let headers: [(HTTPField.Name, String)] = [
        (.cacheControl, "no-store"),
        (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "no-referrer"),
    ]
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .from
    static let requestID = HTTPField.Name("X-Request-Id") ?? .from
}
