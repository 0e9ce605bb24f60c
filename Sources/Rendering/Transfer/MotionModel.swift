/// What a camera's motion may do to a picture.
package enum MotionModel: String, CaseIterable, Hashable, Sendable {
    /// Shift, turn and grow.
    case similarity
    /// Also shear and stretch.
    case affine
    /// Also lean, as a plane does before a camera that turns far.
    case homography

    var freedom: Int {
        switch self {
        case .similarity: 4
        case .affine: 6
        case .homography: 8
        }
    }
}
