import AccountAPI
import Foundation
package import Networking

/// A browser that follows no link by itself and has one cookie.
package struct Browser: Sendable {
    private let fixture: ServiceFixture
    package private(set) var cookie: String?

    package init(_ fixture: ServiceFixture) { self.fixture = fixture }

    package mutating func open(_ path: String) async throws -> HTTPReply {
        try await send(.get, path, nil)
    }

    /// Fills in the form of a page that was opened; `code` stands in place of the hidden one.
    package mutating func submit(
        _ path: String,
        _ fields: [(String, String)],
        from page: HTTPReply,
        code: String? = nil,
        origin: String? = nil
    ) async throws -> HTTPReply {
        let hidden = page.text.firstMatch(of: /name="form" value="([^"]*)"/)
            .map { String($0.output.1) }
        let form = [("form", code ?? hidden ?? "")] + fields
        return try await send(.post, path, ServiceFixture.form(form), origin: origin)
    }

    private mutating func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: Data?,
        origin: String? = nil
    ) async throws -> HTTPReply {
        var headers: [HTTPHeader] = []
        if let cookie { headers.append(HTTPHeader("Cookie", cookie)) }
        if let origin { headers.append(HTTPHeader("Origin", origin)) }
        if body != nil {
            headers.append(HTTPHeader("Content-Type", "application/x-www-form-urlencoded"))
        }
        guard let address = WebAddress(fixture.address.text + path) else {
            throw CocoaError(.featureUnsupported)
        }
        var request = HTTPRequest(
            method,
            address,
            headers: headers,
            body: body.map { HTTPBody($0) }
        )
        request.followsRedirects = false
        let reply = try await fixture.http.reply(to: request)
        if let set = reply.head["set-cookie"] {
            cookie = set.split(separator: ";").first.map(String.init)
        }
        return reply
    }
}
