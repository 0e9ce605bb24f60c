package import Editorial

/// Something drawn upon every frame of a film.
package enum Overlay: Hashable, Sendable {
    /// The words of an SRT, WebVTT, ASS or SSA file, when they are spoken.
    case subtitles(path: String)
    /// Hours, minutes, seconds and frames.
    case timecode(start: Timecode, place: Place)
    /// A picture, whose transparency counts.
    ///
    /// `width` is its share of the frame's, and it is as wide as `opacity` solid.
    case mark(path: String, place: Place, width: Double, opacity: Double)

    /// A corner of the frame, an edge's middle, or its middle.
    package enum Place: String, CaseIterable, Hashable, Sendable {
        case topLeft = "top-left"
        case top
        case topRight = "top-right"
        case centre
        case bottomLeft = "bottom-left"
        case bottom
        case bottomRight = "bottom-right"

        /// How libavfilter places something of the size `w` × `h`, in a frame of
        /// `W` × `H`, with a margin.
        func expressions(margin: Int) -> (x: String, y: String) {
            let x =
                switch self {
                case .topLeft, .bottomLeft: "\(margin)"
                case .top, .centre, .bottom: "(W-w)/2"
                case .topRight, .bottomRight: "W-w-\(margin)"
                }
            let y =
                switch self {
                case .topLeft, .top, .topRight: "\(margin)"
                case .centre: "(H-h)/2"
                case .bottomLeft, .bottom, .bottomRight: "H-h-\(margin)"
                }
            return (x, y)
        }
    }
}
