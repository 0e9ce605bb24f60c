package import AccountAPI
import Foundation

extension ServiceFixture {
    package static let password = "a paper boat at dawn"

    /// Signs somebody up, confirms the address, and signs in.
    @discardableResult
    package func enrol(_ email: String, device: String = "a test") async throws -> TokenGrant {
        _ = try await ask(
            .signUp,
            json: AccountBodies.SignUp(email: email, password: Self.password, name: "Ada")
        )
        let token = postbox.token(to: email) ?? ""
        _ = try await ask(
            .verify,
            json: AccountBodies.Verify(token: token, password: Self.password)
        )
        return try await signIn(email, device: device)
    }

    package func signIn(
        _ email: String,
        password: String = ServiceFixture.password,
        device: String = "a test"
    ) async throws -> TokenGrant {
        try await ask(
            .signIn,
            json: AccountBodies.SignIn(email: email, password: password, device: device)
        ).json(TokenGrant.self)
    }

    package func profile(_ token: String) async throws -> AccountProfile {
        try await ask(.profile, token: token).json(AccountProfile.self)
    }
}
