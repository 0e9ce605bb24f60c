extension HTTPRequest {
    /// Returns the request that follows a redirect; nil when the head is of none,
    /// or none is followed.
    ///
    /// - Throws: ``HTTPError`` when it leads where it may not.
    func redirected(by head: HTTPHead) throws(HTTPError) -> HTTPRequest? {
        guard followsRedirects, [301, 302, 303, 307, 308].contains(head.status),
            let location = head["location"]
        else { return nil }
        guard let target = address.following(location) else {
            throw bad("leads to an address that is none")
        }
        guard target.isSecure || !address.isSecure else {
            throw bad("leads from a safe connection to one that is not")
        }
        var next = self
        if method != .get, method != .head {
            // What was sent is not for the eyes of whoever a redirect names.
            guard head.status == 303 else { throw bad("wants what was sent to be sent elsewhere") }
            next.method = .get
            next.body = nil
            next.repetition = .harmless
        }
        if !target.isSameOrigin(as: address) { next.headers.removeAll(where: \.isSecret) }
        next.address = target
        return next
    }

    private func bad(_ what: String) -> HTTPError {
        HTTPError(
            .badRedirect,
            "\(address.host) \(what), which is not followed; check the address.",
            mayHaveArrived: true
        )
    }
}
