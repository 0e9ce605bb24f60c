/// One request of a server.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET", head = "HEAD", post = "POST", put = "PUT", delete = "DELETE"
    }

    /// What may be done when it is not known whether a request was heard.
    package enum Repetition: Sendable {
        /// Asking twice is the same as once: reading, and what carries a key
        /// that the other side knows again.
        case harmless
        /// Asking twice may be paid for twice: repeated only when the first
        /// was refused before anything began, by a 429 or for want of a connection.
        case onlyWhenRefused
    }

    package var method: Method
    package var address: WebAddress
    package var headers: [HTTPHeader]
    package var body: HTTPBody?
    package var repetition: Repetition
    package var limits: HTTPLimits
    /// Whether a redirect is followed, rather than being the answer.
    package var followsRedirects = true

    /// Reading is repeated as is useful; everything else only when it was refused,
    /// unless it says so.
    package init(
        _ method: Method,
        _ address: WebAddress,
        headers: [HTTPHeader] = [],
        body: HTTPBody? = nil,
        repetition: Repetition? = nil,
        limits: HTTPLimits = HTTPLimits()
    ) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
        self.repetition =
            repetition ?? (method == .post || method == .put ? .onlyWhenRefused : .harmless)
        self.limits = limits
    }
}
