package import Editorial

/// A film whose camera is being followed, to become a preset and a shot's move.
package struct CameraFollow: Hashable, Sendable {
    /// How far it is.
    package enum Progress: Hashable, Sendable {
        /// From 0 to 1; nil while it waits.
        case running(Double?)
        /// The preset is there.
        case done
        /// Why there is none, in a sentence.
        case failed(String)
    }

    package let asset: Asset.ID
    /// What the film is called.
    package let clip: String
    /// The id of the preset that comes of it.
    package let preset: String
    package let shot: Shot.ID
    package var share: Double?

    /// What a field says of it.
    var words: String {
        share.map { "following \(clip), \(Int($0 * 100)) %" } ?? "waiting to follow \(clip)"
    }
}
