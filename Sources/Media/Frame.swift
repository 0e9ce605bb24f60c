import CLibAV
package import Editorial

/// How a frame's samples lie in memory.
package enum FrameFormat: Hashable, Sendable {
    /// One plane, 8 bits each of R, G, B, A; sRGB transfer, BT.709 primaries, full range.
    case rgba8
    /// Three planes, 4:2:0, 8 bits; BT.709 matrix, limited range, chroma sited left.
    case yuv420p8
    /// The same with 10 bits, in the lower part of 16, low byte first.
    case yuv420p10

    var libAV: AVPixelFormat {
        switch self {
        case .rgba8: AV_PIX_FMT_RGBA
        case .yuv420p8: AV_PIX_FMT_YUV420P
        case .yuv420p10: AV_PIX_FMT_YUV420P10LE
        }
    }

    /// How many planes a frame of this format has.
    package var planeCount: Int {
        switch self {
        case .rgba8: 1
        case .yuv420p8, .yuv420p10: 3
        }
    }
}

/// One picture in memory; owns an `AVFrame`.
///
/// Rows are 64-byte aligned. Whoever made the frame writes its pixels before
/// handing it on; afterwards any number of readers may look.
///
/// @unchecked: pixels are written only through `withMutablePlane`, whose
/// callers own the frame alone until they hand it on, as said above.
package final class Frame: @unchecked Sendable {
    package let size: PixelSize
    package let format: FrameFormat
    let pointer: UnsafeMutablePointer<AVFrame>

    /// Makes a frame whose pixels are not yet written.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    package init(size: PixelSize, format: FrameFormat) throws(MediaError) {
        guard size.width > 0, size.height > 0, size.width <= 32_768, size.height <= 32_768,
            let pointer = av_frame_alloc()
        else { throw MediaError(outOfMemoryFor: size) }
        pointer.pointee.format = format.libAV.rawValue
        pointer.pointee.width = CInt(size.width)
        pointer.pointee.height = CInt(size.height)
        guard av_frame_get_buffer(pointer, 64) == 0 else {
            var doomed: UnsafeMutablePointer<AVFrame>? = pointer
            av_frame_free(&doomed)
            throw MediaError(outOfMemoryFor: size)
        }
        self.size = size
        self.format = format
        self.pointer = pointer
    }

    /// Takes over a picture that libav has made; nil when it has another form.
    ///
    /// - Precondition: Nobody else writes the picture's memory.
    init?(taking slot: FrameSlot, as format: FrameFormat) {
        let made = slot.pointer
        guard made.pointee.format == format.libAV.rawValue,
            (0..<format.planeCount).allSatisfy({ clibav_stride(made, CInt($0)) > 0 }),
            let shared = av_frame_clone(made)
        else { return nil }
        size = PixelSize(width: Int(made.pointee.width), height: Int(made.pointee.height))
        self.format = format
        pointer = shared
    }

    deinit {
        var doomed: UnsafeMutablePointer<AVFrame>? = pointer
        av_frame_free(&doomed)
    }

    /// Returns the rows and columns of samples of a plane.
    package func planeSize(_ plane: Int) -> PixelSize {
        guard format != .rgba8, plane > 0 else { return size }
        return PixelSize(width: (size.width + 1) / 2, height: (size.height + 1) / 2)
    }

    /// Lends a plane for reading, with its stride in bytes.
    package func withPlane<Result>(
        _ plane: Int = 0,
        _ body: (UnsafePointer<UInt8>, _ stride: Int) throws -> Result
    ) rethrows -> Result {
        try withMutablePlane(plane) { try body(UnsafePointer($0), $1) }
    }

    /// Lends a plane for writing, with its stride in bytes.
    ///
    /// - Precondition: Nobody else has the frame yet.
    package func withMutablePlane<Result>(
        _ plane: Int = 0,
        _ body: (UnsafeMutablePointer<UInt8>, _ stride: Int) throws -> Result
    ) rethrows -> Result {
        precondition(plane >= 0 && plane < format.planeCount, "The frame has no such plane.")
        guard let base = clibav_plane(pointer, CInt(plane)) else {
            preconditionFailure("A frame's planes are allocated with it.")
        }
        defer { withExtendedLifetime(self) {} }
        return try body(base, Int(clibav_stride(pointer, CInt(plane))))
    }
}
