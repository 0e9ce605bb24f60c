import Editorial

/// Frames of one size, handed out again once nobody else holds them.
struct FramePool {
    /// One shown, one being made, and one that the reader still compares with.
    private static let capacity = 4

    let size: PixelSize
    let format: FrameFormat
    private var frames: [Frame] = []

    init(size: PixelSize, format: FrameFormat) {
        self.size = size
        self.format = format
    }

    /// Returns a frame nobody else has; its pixels are old or unwritten.
    mutating func take() throws(MediaError) -> Frame {
        for index in frames.indices where isKnownUniquelyReferenced(&frames[index]) {
            return frames[index]
        }
        let frame = try Frame(size: size, format: format)
        if frames.count < FramePool.capacity { frames.append(frame) }
        return frame
    }
}
