/// What keys do, as the status line shows it.
package enum Mode: String, Hashable, Sendable {
    /// Keys are commands.
    case normal
    /// Keys are commands, and moving selects text.
    case select
    /// A text field has the keys.
    case insert
    /// Keys move the camera.
    case camera
    /// Keys change the camera's keys.
    case keyframe

    /// The word the status line shows.
    package var title: String { rawValue.uppercased() }
}

/// A text field of a panel, as opposed to one in a popup.
package enum TextPlace: Hashable, Sendable {
    /// The prompt of the selected shot.
    case prompt
    /// The filter over the presets.
    case filter
    /// The filter over the projects.
    case projects
    /// The search of the library.
    case library
}
