import AccountAPI
import Foundation
package import Networking

/// Asks one account service, by the routes that both sides share.
package struct AccountClient: Sendable {
    package let server: WebAddress
    private let http: HTTPClient

    /// - Throws: ``SyncError`` for an address where tokens could be read on the way.
    package init(server: WebAddress, http: HTTPClient) throws(SyncError) {
        guard server.isSecure || server.isLoopback else {
            throw SyncError(
                .local,
                "\(server) is not https, so that your tokens could be read on the way; "
                    + "ask for its https address."
            )
        }
        self.server = server
        self.http = http
    }

    /// Asks, and reads the answer.
    func ask<Reply: Decodable>(
        _ route: AccountRoute,
        at path: String? = nil,
        query: [(String, String)] = [],
        body: (any Encodable)? = nil,
        token: Secret? = nil,
        as reply: Reply.Type
    ) async throws(SyncError) -> Reply {
        let content = try body.map { body throws(SyncError) in try encoded(body) }
        let data = try await send(route, path, query, content, "application/json", token)
        return try decoded(reply, data)
    }

    /// Asks where nothing is answered.
    func tell(
        _ route: AccountRoute,
        at path: String? = nil,
        body: (any Encodable)? = nil,
        token: Secret? = nil
    ) async throws(SyncError) {
        let content = try body.map { body throws(SyncError) in try encoded(body) }
        _ = try await send(route, path, [], content, "application/json", token)
    }

    /// Sends a file as it is, where nothing is answered.
    func tell(_ route: AccountRoute, bytes: Data, token: Secret) async throws(SyncError) {
        _ = try await send(route, nil, [], bytes, "application/octet-stream", token)
    }

    /// What the token endpoint said, which refuses in words of its own.
    enum TokenAnswer {
        case granted(TokenGrant)
        case refused(OAuthProblem)
    }

    /// Sends a form, as OAuth wants it.
    func ask(_ route: AccountRoute, form: [(String, String)]) async throws(SyncError) -> Data {
        let text = form.map { WebAddress.escaped($0.0) + "=" + WebAddress.escaped($0.1) }
        let reply = try await reply(
            route,
            nil,
            [],
            Data(text.joined(separator: "&").utf8),
            "application/x-www-form-urlencoded",
            nil
        )
        guard reply.head.isSuccess || reply.head.status == 400 else { throw problem(reply) }
        return reply.body
    }

    /// Asks for tokens.
    func tokens(_ form: [(String, String)]) async throws(SyncError) -> TokenAnswer {
        let data = try await ask(.token, form: form)
        if let problem = try? JSONDecoder().decode(OAuthProblem.self, from: data) {
            return .refused(problem)
        }
        return .granted(try decoded(TokenGrant.self, data))
    }

    func decoded<Reply: Decodable>(_ type: Reply.Type, _ data: Data) throws(SyncError) -> Reply {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw SyncError(
                .malformed,
                "\(server.host) answered what no account service does; check its address."
            )
        }
    }

    private func encoded(_ body: any Encodable) throws(SyncError) -> Data {
        do {
            return try JSONEncoder().encode(body)
        } catch {
            throw SyncError(.local, "Something here cannot be sent: \(error).")
        }
    }

    private func send(
        _ route: AccountRoute,
        _ path: String?,
        _ query: [(String, String)],
        _ body: Data?,
        _ type: String,
        _ token: Secret?
    ) async throws(SyncError) -> Data {
        let reply = try await reply(route, path, query, body, type, token)
        guard reply.head.isSuccess else { throw problem(reply) }
        return reply.body
    }

    private func reply(
        _ route: AccountRoute,
        _ path: String?,
        _ query: [(String, String)],
        _ body: Data?,
        _ type: String,
        _ token: Secret?
    ) async throws(SyncError) -> HTTPReply {
        guard let address = server.appending(path ?? route.path, query: query),
            let method = HTTPRequest.Method(rawValue: route.method.rawValue)
        else { throw SyncError(.local, "The address \(server) cannot be asked; check it.") }
        var headers = [HTTPHeader("Accept", "application/json")]
        if let token { headers.append(HTTPHeader("Authorization", "Bearer ", secret: token)) }
        if body != nil { headers.append(HTTPHeader("Content-Type", type)) }
        let request = HTTPRequest(
            method,
            address,
            headers: headers,
            body: body.map { HTTPBody($0) },
            // Merging twice is once, and a refreshed token gives its successor again.
            repetition: .harmless,
            limits: HTTPLimits(byteCount: 256 << 20)
        )
        do {
            return try await http.reply(to: request)
        } catch {
            throw SyncError(error)
        }
    }

    private func problem(_ reply: HTTPReply) -> SyncError {
        guard let problem = try? JSONDecoder().decode(AccountProblem.self, from: reply.body) else {
            let isServerSide = reply.head.status >= 500
            return SyncError(
                isServerSide ? .offline : .malformed,
                "\(server.host) answered with status \(reply.head.status); "
                    + (isServerSide ? "try again later." : "check its address.")
            )
        }
        return problem.code == .unauthorized
            ? .signedOut : SyncError(.refused(problem.code), problem.message)
    }
}
