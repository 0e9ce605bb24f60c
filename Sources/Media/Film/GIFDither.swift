/// How colours that a GIF has not are mixed of those it has.
package enum GIFDither: String, CaseIterable, Hashable, Sendable {
    /// Errors are handed on to the neighbours: smooth, but restless where
    /// little moves.
    case diffused
    /// By a fixed pattern: a still background stays still, and files are smaller.
    case ordered
    /// Not at all: for drawings of flat colours.
    case none

    /// The options of libavfilter's paletteuse.
    var options: [(key: String, value: String)] {
        switch self {
        case .diffused: [("dither", "sierra2_4a"), ("diff_mode", "rectangle")]
        case .ordered: [("dither", "bayer"), ("bayer_scale", "3"), ("diff_mode", "rectangle")]
        case .none: [("dither", "none"), ("diff_mode", "rectangle")]
        }
    }
}
