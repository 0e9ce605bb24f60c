import Foundation
import JWTKit

/// What an access token says.
struct AccessClaims: JWTPayload, Hashable {
    static let audience = "kinema"

    /// Who gave it: the public address of the service.
    var iss: String
    var aud: String
    /// The account.
    var sub: String
    /// The session.
    var sid: String
    /// Whole seconds since 1970.
    var iat: Int
    var exp: Int

    /// The time is looked at by whoever has the clock, not here.
    func verify(using algorithm: some JWTAlgorithm) {}
}
