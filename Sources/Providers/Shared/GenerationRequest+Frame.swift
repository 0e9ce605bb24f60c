import Foundation
import Generation

extension GenerationRequest.Frame {
    /// Its bytes as base64.
    ///
    /// - Throws: ``ProviderError`` when it is gone, or larger than `limit` bytes.
    func base64(limit: Int, for title: String) throws(ProviderError) -> String {
        guard byteCount <= limit else {
            throw ProviderError(
                .invalid(field: "\(place.rawValue) frame"),
                "The \(place.rawValue) frame is larger than the \(limit / 1_000_000) MB that \(title) takes; "
                    + "choose a smaller one."
            )
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProviderError(
                .invalid(field: "\(place.rawValue) frame"),
                "The \(place.rawValue) frame is gone; choose it again."
            )
        }
        return data.base64EncodedString()
    }

    /// Its bytes as an address of its own.
    func dataAddress(limit: Int, for title: String) throws(ProviderError) -> String {
        "data:\(type);base64,\(try base64(limit: limit, for: title))"
    }

    /// Such as `start.png`: a name that tells nobody anything.
    var fileName: String { place.rawValue + (type == "image/jpeg" ? ".jpg" : ".png") }
}
