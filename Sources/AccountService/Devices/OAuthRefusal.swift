import AccountAPI

/// What the token endpoint refuses, in OAuth's words.
struct OAuthRefusal: Error {
    let problem: OAuthProblem

    init(_ code: OAuthProblem.Code, _ description: String) {
        problem = OAuthProblem(code, description)
    }
}
