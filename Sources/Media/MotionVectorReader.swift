import CLibAV
package import Editorial

/// Reads a film's pictures small and grey, each with the motion of its
/// blocks since the picture before; one owner at a time.
///
/// The vectors are an encoder's: each picture, at half the size again, is coded
/// from the one before and from no other, which a film as delivered is not.
package final class MotionVectorReader {
    /// The pictures' longer side, unless the film's own is shorter.
    package static let longSide = 640

    package let info: MediaInfo
    /// The size of the pictures, upright.
    package let size: PixelSize
    /// Seconds from the first picture to the one read last.
    package private(set) var seconds = 0.0
    /// Of the picture read last; none of the first.
    package private(set) var vectors: [MotionVector] = []

    private let path: String
    private let decoder: Decoder
    private let slot: FrameSlot
    private let shrinker: MotionVectorPicture
    private let codec: MotionVectorCodec
    private var count = 0
    private var origin: Int64?
    private var latest = Int64.min

    /// Opens a film.
    ///
    /// - Throws: ``MediaError`` when the file is no film that can be decoded,
    ///   or libav lacks x264.
    package init(_ path: String) throws(MediaError) {
        let input = try InputFile(path)
        guard !input.isStill else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) is a picture, and only a film has motion; "
                    + "choose an MP4, MOV or WebM."
            )
        }
        info = try MediaInfo(film: input)
        self.path = path
        let box = PixelSize(width: Self.longSide, height: Self.longSide)
        let isLarge = max(info.size.width, info.size.height) > Self.longSide
        size = isLarge ? info.size.fitted(into: box) : info.size
        decoder = try Decoder(input)
        slot = try FrameSlot(for: path)
        let half = PixelSize(width: max(16, size.width / 2), height: max(16, size.height / 2))
        shrinker = try MotionVectorPicture(
            size: size,
            half: half,
            orientation: Orientation(of: decoder.stream),
            path: path
        )
        codec = try MotionVectorCodec(size: half, path: path)
    }

    /// Goes to the next picture; false at the film's end.
    ///
    /// - Throws: ``MediaError`` when the film is damaged, or its time runs
    ///   backwards.
    package func next() throws(MediaError) -> Bool {
        slot.empty()
        guard try decoder.next(into: slot.pointer) else { return false }
        try readTime()
        try shrinker.fill(from: slot.pointer)
        try codec.code(shrinker.half, number: count, into: &vectors)
        for index in vectors.indices { vectors[index].grow(widening.x, widening.y) }
        count += 1
        return true
    }

    /// Lends the picture read last, a byte a pixel, with its stride in bytes.
    package func withPicture<Result>(
        _ body: (UnsafePointer<UInt8>, _ stride: Int) throws -> Result
    ) rethrows -> Result {
        guard let base = clibav_plane(shrinker.frame, 0) else {
            preconditionFailure("The picture is allocated with the reader.")
        }
        defer { withExtendedLifetime(self) {} }
        return try body(base, Int(clibav_stride(shrinker.frame, 0)))
    }

    /// From the coded pictures to those handed out.
    private var widening: (x: Float, y: Float) {
        (
            Float(size.width) / Float(shrinker.half.pointee.width),
            Float(size.height) / Float(shrinker.half.pointee.height)
        )
    }

    private func readTime() throws(MediaError) {
        let frame = slot.pointer.pointee
        let stamp = frame.pts == clibav_no_pts ? frame.best_effort_timestamp : frame.pts
        let rate = info.frameRate?.framesPerSecond ?? 24
        guard stamp != clibav_no_pts else {
            seconds = Double(count) / rate
            return
        }
        guard stamp >= latest else {
            throw MediaError(
                kind: .damaged,
                message: "The time stamps of \(quoted(path)) run backwards at frame \(count + 1), "
                    + "so its motion cannot be told; export the clip again."
            )
        }
        latest = stamp
        let base = decoder.stream.pointee.time_base
        let elapsed = Double(stamp) - Double(origin ?? stamp)
        if origin == nil { origin = stamp }
        seconds = elapsed * Double(base.num) / Double(max(1, base.den))
    }
}
