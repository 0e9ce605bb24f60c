import CLibAV
import Editorial
import Glibc

/// Converts and scales pictures with swscale; keeps its tables from one
/// picture to the next of the same kind.
///
/// Rounding is exact and chroma is filtered, so the same input gives the same
/// bits on every machine.
final class PictureConverter {
    private struct Shape: Hashable {
        var source: PixelSize
        var sourceFormat: CInt
        var sourceTags: ColourTags
        var target: PixelSize
        var targetFormat: CInt
        var targetTags: ColourTags
    }

    private var shape: Shape?
    private var context: OpaquePointer?

    deinit { sws_freeContext(context) }

    /// Writes `source` into `target`, in the target's size and format.
    ///
    /// - Throws: ``MediaError`` about `path` when libav cannot convert it.
    func convert(
        _ source: UnsafePointer<AVFrame>,
        meaning sourceTags: ColourTags,
        to target: UnsafeMutablePointer<AVFrame>,
        meaning targetTags: ColourTags,
        for path: String
    ) throws(MediaError) {
        let wanted = Shape(
            source: size(of: source),
            sourceFormat: source.pointee.format,
            sourceTags: sourceTags,
            target: size(of: target),
            targetFormat: target.pointee.format,
            targetTags: targetTags
        )
        if wanted != shape { try prepare(wanted, path) }
        try check(sws_scale_frame(context, target, source), .reading, path)
    }

    private func size(of frame: UnsafePointer<AVFrame>) -> PixelSize {
        PixelSize(width: Int(frame.pointee.width), height: Int(frame.pointee.height))
    }

    private func prepare(_ wanted: Shape, _ path: String) throws(MediaError) {
        sws_freeContext(context)
        context = nil
        shape = nil
        guard sws_isSupportedInput(AVPixelFormat(wanted.sourceFormat)) > 0 else {
            throw MediaError(libAV: clibav_error(ENOSYS), .reading, path)
        }
        let context = try allocated(sws_alloc_context(), for: path)
        self.context = context
        for (option, value) in options(wanted) {
            try check(
                av_opt_set_int(UnsafeMutableRawPointer(context), option, value, 0),
                .reading,
                path
            )
        }
        try check(sws_init_context(context, nil, nil), .reading, path)
        shape = wanted
        // Between two RGB formats there is no matrix, and setting one would
        // send the pixels through it.
        guard !isRGB(wanted.sourceFormat) || !isRGB(wanted.targetFormat) else { return }
        sws_setColorspaceDetails(
            context,
            sws_getCoefficients(wanted.sourceTags.matrix),
            wanted.sourceTags.isFullRange ? 1 : 0,
            sws_getCoefficients(wanted.targetTags.matrix),
            wanted.targetTags.isFullRange ? 1 : 0,
            0,
            1 << 16,
            1 << 16
        )
    }

    private func isRGB(_ format: CInt) -> Bool {
        guard let facts = av_pix_fmt_desc_get(AVPixelFormat(format)) else { return false }
        return facts.pointee.flags & UInt64(AV_PIX_FMT_FLAG_RGB) != 0
    }

    private func options(_ wanted: Shape) -> [(String, Int64)] {
        // With sides unchanged only chroma is filtered: bilinear never rings.
        let filter = wanted.source == wanted.target ? SWS_BILINEAR : SWS_BICUBIC
        let exact = SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP
        return [
            ("srcw", Int64(wanted.source.width)), ("srch", Int64(wanted.source.height)),
            ("src_format", Int64(wanted.sourceFormat)),
            ("dstw", Int64(wanted.target.width)), ("dsth", Int64(wanted.target.height)),
            ("dst_format", Int64(wanted.targetFormat)),
            ("sws_flags", Int64(filter | exact)),
        ] + chromaPlace(wanted)
    }

    /// Where subsampled chroma lies, in 1/256 of a luma pixel.
    private func chromaPlace(_ wanted: Shape) -> [(String, Int64)] {
        var places: [(String, Int64)] = []
        let sides = [
            ("src", wanted.sourceFormat, wanted.sourceTags),
            ("dst", wanted.targetFormat, wanted.targetTags),
        ]
        for (side, format, tags) in sides {
            guard let facts = av_pix_fmt_desc_get(AVPixelFormat(format)) else { continue }
            if facts.pointee.log2_chroma_w == 1 {
                places.append(("\(side)_h_chr_pos", tags.isChromaCentred ? 128 : 0))
            }
            if facts.pointee.log2_chroma_h == 1 { places.append(("\(side)_v_chr_pos", 128)) }
        }
        return places
    }
}
