import ArgumentParser
import Media
import Motion
import Rendering

/// Where a picture's depth comes from.
struct DepthOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How deep the picture is: guess, none, or a grey picture that says so.",
            valueName: "guess|none|file"
        )
    )
    var depth = "guess"

    @Option(
        help: ArgumentHelp(
            "Which end of the depth picture is near; found out when it is not given.",
            valueName: "bright|dark"
        )
    )
    var depthNear: Near?

    enum Near: String, CaseIterable, ExpressibleByArgument {
        case bright, dark

        fileprivate var polarity: DepthPolarity {
            switch self {
            case .bright: .nearIsBright
            case .dark: .nearIsDark
            }
        }
    }

    /// Returns the depth that a camera moves through; nil for a flat picture.
    func map(behind source: Frame, for camera: CameraPath) throws -> DepthMap? {
        switch depth {
        case "none": return nil
        case "guess": return camera.depthNeed > .none ? try ShotDepth.guess(source) : nil
        default: return try DepthFile(depth, for: source, polarity: depthNear?.polarity).map
        }
    }
}
