import CLibAV
package import Editorial

/// Pictures one after the other with nothing, or next to nothing, between
/// them, as programs hand them to each other.
package struct RawVideo: Hashable, Sendable {
    package var size: PixelSize
    package var frameRate: FrameRate
    /// libav's name of the samples, such as `yuv420p` or `rgb24`.
    package var samples: String
    /// Whether each is announced, as YUV4MPEG2 has it.
    package var isAnnounced: Bool
    /// Whether Y, U and V use the whole range.
    package var isFullRange: Bool

    /// Describes pictures without announcements.
    ///
    /// - Throws: ``MediaError`` when libav knows no such samples or the size
    ///   cannot be held.
    package init(
        size: PixelSize,
        frameRate: FrameRate,
        samples: String
    ) throws(MediaError) {
        self.init(
            size: size,
            frameRate: frameRate,
            samples: samples,
            isAnnounced: false,
            isFullRange: false
        )
        try PixelLimit.checkFilm(size, "the pipe")
        guard byteCount > 0, sws_isSupportedInput(pixelFormat) > 0,
            sws_isSupportedOutput(pixelFormat) > 0
        else {
            throw MediaError(
                kind: .unsupported,
                message: "There are no pixels “\(printable(samples))”; "
                    + "use yuv420p, yuv420p10le, nv12, rgb24, rgba or bgra."
            )
        }
    }

    init(
        size: PixelSize,
        frameRate: FrameRate,
        samples: String,
        isAnnounced: Bool,
        isFullRange: Bool
    ) {
        self.size = size
        self.frameRate = frameRate
        self.samples = samples
        self.isAnnounced = isAnnounced
        self.isFullRange = isFullRange
    }

    /// YUV4MPEG2 of 4:2:0, 8 or 10 bits.
    package static func y4m(
        size: PixelSize,
        frameRate: FrameRate,
        isDeep: Bool = false
    ) -> RawVideo {
        RawVideo(
            size: size,
            frameRate: frameRate,
            samples: isDeep ? "yuv420p10le" : "yuv420p",
            isAnnounced: true,
            isFullRange: false
        )
    }

    var pixelFormat: AVPixelFormat { av_get_pix_fmt(samples) }

    /// Bytes of a picture, without its announcement; 0 for samples unknown.
    var byteCount: Int {
        guard pixelFormat != AV_PIX_FMT_NONE else { return 0 }
        let count = av_image_get_buffer_size(
            pixelFormat,
            CInt(size.width),
            CInt(size.height),
            1
        )
        return max(0, Int(count))
    }

    var tags: ColourTags { ColourTags(matrix: CInt(SWS_CS_ITU709), isFullRange: isFullRange) }
}
