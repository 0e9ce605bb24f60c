/// What the service answers when it does not do what it was asked.
package struct AccountProblem: Hashable, Sendable, Codable {
    /// What programs decide by.
    package enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        case badRequest = "bad_request"
        case tooLarge = "too_large"
        case unauthorized
        case forbidden
        case notFound = "not_found"
        case conflict
        case weakPassword = "weak_password"
        case wrongCredentials = "wrong_credentials"
        case unverified
        case badToken = "bad_token"
        case clockAhead = "clock_ahead"
        case tooMany = "too_many"
        /// The month’s money is spent.
        case limitReached = "limit_reached"
        case overQuota = "over_quota"
        /// Not all of a file is there, or not as it was announced; it may be sent again.
        case incomplete
        case unavailable
        case failed

        package var status: Int {
            switch self {
            case .badRequest, .weakPassword, .badToken, .clockAhead: 400
            case .unauthorized, .wrongCredentials: 401
            case .limitReached: 402
            case .forbidden, .unverified: 403
            case .notFound: 404
            case .conflict, .incomplete: 409
            case .tooLarge, .overQuota: 413
            case .tooMany: 429
            case .failed: 500
            case .unavailable: 503
            }
        }
    }

    package var code: Code
    /// What happened and what to do now, in one sentence for the reader.
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
