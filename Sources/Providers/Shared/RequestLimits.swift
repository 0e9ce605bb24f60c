import Networking

extension HTTPLimits {
    /// For an answer that comes once the pictures are made, and holds them.
    static let making = HTTPLimits(
        silence: VendorSession.patience,
        byteCount: VendorSession.pictureLimit
    )
}
