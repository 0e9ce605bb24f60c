package import Rendering

/// What enlarges a picture.
package enum UpscaleMethod: Hashable, Sendable {
    /// The filter that is built in.
    case filter
    /// A model, in a program of this machine; what it brings is then sized by
    /// the filter.
    case program(UpscaleProgram)

    package var title: String {
        switch self {
        case .filter: "the built-in filter"
        case .program: UpscaleProgram.name
        }
    }
}
