import CLibAV

/// How the numbers of a picture are meant.
struct ColourTags: Hashable {
    /// What a picture without tags is taken for.
    enum Untagged {
        /// A photograph: BT.601, as JPEG and WebP have it.
        case still
        /// A film: BT.709 from 720 rows on, BT.601 below.
        case film
    }

    /// swscale's number of the matrix.
    var matrix: CInt
    var isFullRange: Bool
    /// Whether subsampled chroma lies in the middle of its pixels, not at
    /// their left.
    var isChromaCentred = false

    /// BT.709, limited range: the film's own.
    static let film = ColourTags(matrix: CInt(SWS_CS_ITU709), isFullRange: false)
    /// BT.601, full range: JPEG's own.
    static let jpeg = ColourTags(
        matrix: CInt(SWS_CS_ITU601),
        isFullRange: true,
        isChromaCentred: true
    )

    init(matrix: CInt, isFullRange: Bool, isChromaCentred: Bool = false) {
        self.matrix = matrix
        self.isFullRange = isFullRange
        self.isChromaCentred = isChromaCentred
    }

    init(of frame: UnsafePointer<AVFrame>, untagged: Untagged) {
        switch frame.pointee.colorspace {
        case AVCOL_SPC_BT709: matrix = CInt(SWS_CS_ITU709)
        case AVCOL_SPC_FCC: matrix = CInt(SWS_CS_FCC)
        case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M: matrix = CInt(SWS_CS_ITU601)
        case AVCOL_SPC_SMPTE240M: matrix = CInt(SWS_CS_SMPTE240M)
        case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: matrix = CInt(SWS_CS_BT2020)
        default:
            let isModern = untagged == .film && frame.pointee.height >= 720
            matrix = CInt(isModern ? SWS_CS_ITU709 : SWS_CS_ITU601)
        }
        isFullRange =
            frame.pointee.color_range == AVCOL_RANGE_JPEG
            || ColourTags.fullRangeFormats.contains(frame.pointee.format)
        switch frame.pointee.chroma_location {
        case AVCHROMA_LOC_CENTER: isChromaCentred = true
        case AVCHROMA_LOC_UNSPECIFIED: isChromaCentred = untagged == .still
        default: isChromaCentred = false
        }
    }

    private static let fullRangeFormats: Set<CInt> = [
        AV_PIX_FMT_YUVJ420P.rawValue, AV_PIX_FMT_YUVJ422P.rawValue,
        AV_PIX_FMT_YUVJ444P.rawValue, AV_PIX_FMT_YUVJ440P.rawValue,
        AV_PIX_FMT_YUVJ411P.rawValue,
    ]
}
