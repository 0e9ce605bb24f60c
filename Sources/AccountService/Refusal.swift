import AccountAPI

/// Something that was asked and is not done; the asker is told the problem.
struct Refusal: Error {
    var problem: AccountProblem
    /// Seconds after which asking again may help.
    var retryAfter: Int?

    init(_ code: AccountProblem.Code, _ message: String, retryAfter: Int? = nil) {
        problem = AccountProblem(code, message)
        self.retryAfter = retryAfter
    }

    /// Says the same for what is not there and for what is not this account's.
    static func notFound(_ thing: String) -> Refusal {
        Refusal(.notFound, "There is no such \(thing), or it is not yours.")
    }

    static let unauthorized = Refusal(.unauthorized, "Sign in again: this access has ended.")
}
