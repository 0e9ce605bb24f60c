import Editor
import Editorial

/// What is laid over a film's picture, or beside it.
struct PlayerOverlay: Hashable, Sendable {
    /// A place in the picture that somebody spoke of.
    struct Pin: Hashable, Sendable {
        let mark: ReviewComment.Mark
        /// Whether it is the one that is looked at.
        let isCurrent: Bool
    }

    /// Another version of the film, seen with it.
    struct Versus: Hashable, Sendable {
        /// Its place among the versions.
        var version: Int
        var mode: Comparison.Mode
        /// Where the wipe stands, in hundredths of the picture's width.
        var place = 50
    }

    var pins: [Pin] = []
    var versus: Versus?

    static let nothing = PlayerOverlay()
}

/// A place in a picture, from its left and top edge, 0…1.
struct PicturePoint: Hashable, Sendable {
    let x: Double
    let y: Double
}
