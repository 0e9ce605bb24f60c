package import Editorial

/// How pictures of one shape are brought to another.
package enum FrameFit: String, CaseIterable, Hashable, Sendable {
    /// They fill the frame; what stands over is cut off on both sides alike.
    case crop
    /// They are seen whole, with black around them.
    case pad

    /// The size pictures are scaled to, both sides even.
    package func scaled(_ source: PixelSize, into frame: PixelSize) -> PixelSize {
        let across = Double(frame.width) / Double(source.width)
        let down = Double(frame.height) / Double(source.height)
        let scale = self == .crop ? max(across, down) : min(across, down)
        func side(_ pixels: Int, _ limit: Int) -> Int {
            let even = Int((Double(pixels) * scale / 2).rounded()) * 2
            return self == .crop ? max(even, limit) : max(2, min(even, limit))
        }
        return PixelSize(
            width: side(source.width, frame.width),
            height: side(source.height, frame.height)
        )
    }
}
