import CLibAV
package import Editorial

/// A film's picture as it was decoded: Y, U and V of 8 bits, chroma with half
/// the rows and half the columns.
///
/// @unchecked: nobody writes a decoded picture, and its memory is counted by
/// libav, which is safe from any thread.
package final class FilmFrame: @unchecked Sendable {
    /// How R, G and B are mixed to Y, U and V.
    package enum Matrix: Sendable {
        case bt601
        case bt709
        case bt2020
    }

    package let size: PixelSize
    package let matrix: Matrix
    package let isFullRange: Bool
    private let pointer: UnsafeMutablePointer<AVFrame>

    /// Shares a decoded picture's memory; nil when it has another form.
    init?(_ picture: UnsafePointer<AVFrame>) {
        let formats = [AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P]
        let tags = ColourTags(of: picture, untagged: .film)
        guard formats.contains(where: { $0.rawValue == picture.pointee.format }),
            (0..<3).allSatisfy({ clibav_stride(picture, CInt($0)) > 0 }),
            let shared = av_frame_clone(picture)
        else { return nil }
        pointer = shared
        size = PixelSize(width: Int(picture.pointee.width), height: Int(picture.pointee.height))
        isFullRange = tags.isFullRange
        switch tags.matrix {
        case CInt(SWS_CS_ITU709): matrix = .bt709
        case CInt(SWS_CS_BT2020): matrix = .bt2020
        default: matrix = .bt601
        }
    }

    deinit {
        var doomed: UnsafeMutablePointer<AVFrame>? = pointer
        av_frame_free(&doomed)
    }

    /// Returns where a plane's rows begin and bytes from one to the next; good
    /// for as long as the frame is held.
    ///
    /// - Precondition: `index` is 0 for Y, 1 for U or 2 for V.
    package func plane(_ index: Int) -> (base: UnsafePointer<UInt8>, stride: Int) {
        precondition((0..<3).contains(index), "A film's picture has three planes.")
        guard let base = clibav_plane(pointer, CInt(index)) else {
            preconditionFailure("A decoded picture has all its planes.")
        }
        return (UnsafePointer(base), Int(clibav_stride(pointer, CInt(index))))
    }
}
