import Foundation
import Networking

/// A service's answer, of success or not.
struct VendorReply {
    let head: HTTPHead
    let body: Data
    let json: JSONValue

    init(_ reply: HTTPReply) {
        head = reply.head
        body = reply.body
        json = JSONValue(reply.body)
    }
}
