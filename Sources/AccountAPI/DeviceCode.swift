/// The beginning of a terminal's sign-in, as RFC 8628 3.2 spells it.
package struct DeviceCode: Hashable, Sendable, Codable {
    /// What the terminal asks for its tokens with; a secret.
    package var deviceCode: String
    /// What the person types on the page, such as `BCDF-GHJK`.
    package var userCode: String
    package var verificationURI: String
    package var verificationURIComplete: String
    /// Seconds.
    package var expiresIn: Int
    /// The seconds to wait between two questions.
    package var interval: Int

    private enum CodingKeys: String, CodingKey {
        case deviceCode = "device_code"
        case userCode = "user_code"
        case verificationURI = "verification_uri"
        case verificationURIComplete = "verification_uri_complete"
        case expiresIn = "expires_in"
        case interval
    }

    package init(
        deviceCode: String,
        userCode: String,
        verificationURI: String,
        verificationURIComplete: String,
        expiresIn: Int,
        interval: Int
    ) {
        self.deviceCode = deviceCode
        self.userCode = userCode
        self.verificationURI = verificationURI
        self.verificationURIComplete = verificationURIComplete
        self.expiresIn = expiresIn
        self.interval = interval
    }
}
