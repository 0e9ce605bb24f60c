import AccountAPI
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    static func json(
        _ value: some Encodable,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
        )
    }

    static func problem(_ refusal: Refusal) throws -> Response {
        var response = try json(
            refusal.problem,
            status: HTTPResponse.Status(code: refusal.problem.code.status)
        )
        if let seconds = refusal.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    /// A picture as it was looked at when it came, whatever it was sent as.
    static func picture(_ picture: AccountPicture) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: picture.type.rawValue],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture.bytes))
        )
    }

    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html))
        )
    }

    /// Leads on after a form was taken, so that a reload does not send it again.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
