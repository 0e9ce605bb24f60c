import AccountAPI
import Hummingbird

/// The routes about what the service makes.
struct JobRim: Sendable {
    let jobs: RemoteJobDesk

    /// What a request with the longest prompt that any model reads takes, and more.
    private static let requestLimit = 256 * 1024

    func add(to routes: RouteBook) {
        routes.on(.offer) { _, context, caller in
            let space = try context.parameters.require("space")
            return try .json(try await jobs.offer(in: space, for: caller))
        }
        routes.on(.makeJob) { request, context, caller in
            let body = try await request.json(
                RemoteJobBodies.Make.self,
                limit: Self.requestLimit
            )
            let space = try context.parameters.require("space")
            return try .json(try await jobs.make(body, in: space, by: caller), status: .created)
        }
        routes.on(.jobs) { request, context, caller in
            let query = request.uri.queryParameters
            let limit = query["limit"].map { Int($0) } ?? 50
            guard let limit, limit > 0 else {
                throw Refusal(.badRequest, "“limit” is a whole number.")
            }
            return try .json(
                try await jobs.list(
                    before: query["before"].map(String.init),
                    limit: limit,
                    of: try context.parameters.require("space"),
                    for: caller
                )
            )
        }
        routes.on(.job) { _, context, caller in
            let (space, job) = try Self.place(context)
            return try .json(try await jobs.job(job, of: space, for: caller))
        }
        routes.on(.jobHistory) { _, context, caller in
            let (space, job) = try Self.place(context)
            return try .json(try await jobs.history(of: job, in: space, for: caller))
        }
        routes.on(.cancelJob) { _, context, caller in
            let (space, job) = try Self.place(context)
            return try .json(
                try await jobs.cancel(job, of: space, by: caller),
                status: .accepted
            )
        }
        addRetry(to: routes)
    }

    private func addRetry(to routes: RouteBook) {
        routes.on(.retryJob) { _, context, caller in
            let (space, job) = try Self.place(context)
            return try .json(
                try await jobs.retry(job, of: space, by: caller),
                status: .accepted
            )
        }
    }

    private static func place(_ context: ServiceContext) throws -> (space: String, job: String) {
        (try context.parameters.require("space"), try context.parameters.require("job"))
    }
}
