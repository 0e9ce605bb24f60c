import CLibAV
import Editorial
import Glibc

/// Writes single pictures.
package enum StillWriter {
    /// Writes a frame as PNG or JPEG, by the path's ending, opaque and in
    /// sRGB; the name appears only when the picture is on the disk.
    ///
    /// A PNG takes a comment along.
    ///
    /// - Throws: ``MediaError``: `.unsupported` for another ending,
    ///   `.unwritable`, `.diskFull`.
    package static func write(
        _ frame: Frame,
        to path: String,
        comment: String? = nil
    ) throws(MediaError) {
        let kind = try Kind(path)
        let file = try PartialFile(path)
        try StillEncoder.write(try convert(frame, to: kind, path), by: kind.codec, to: file)
        if let comment, kind == .png {
            try PictureComment.append(comment, to: file.partialPath, format: "png", for: path)
        }
        try file.commit()
    }

    private enum Kind {
        case png, jpeg

        init(_ path: String) throws(MediaError) {
            switch fileEnding(path) {
            case "png": self = .png
            case "jpg", "jpeg": self = .jpeg
            default:
                throw MediaError(
                    kind: .unsupported,
                    message: "\(quoted(path)) was not written: pictures are PNG or JPEG; "
                        + "let the name end in .png or .jpg."
                )
            }
        }

        var codec: AVCodecID { self == .png ? AV_CODEC_ID_PNG : AV_CODEC_ID_MJPEG }
        // JPEG keeps its chroma whole: stills are looked at closely.
        var format: AVPixelFormat { self == .png ? AV_PIX_FMT_RGB24 : AV_PIX_FMT_YUVJ444P }
        var tags: ColourTags { self == .png ? .film : .jpeg }
    }

    private static func convert(
        _ frame: Frame,
        to kind: Kind,
        _ path: String
    ) throws(MediaError) -> FrameSlot {
        let slot = try FrameSlot(for: path)
        let picture = slot.pointer
        picture.pointee.format = kind.format.rawValue
        picture.pointee.width = CInt(frame.size.width)
        picture.pointee.height = CInt(frame.size.height)
        try check(av_frame_get_buffer(picture, 64), .writing, path)
        picture.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        picture.pointee.color_primaries = AVCOL_PRI_BT709
        picture.pointee.color_trc = AVCOL_TRC_IEC61966_2_1
        picture.pointee.colorspace = kind == .png ? AVCOL_SPC_RGB : AVCOL_SPC_BT470BG
        picture.pointee.color_range = AVCOL_RANGE_JPEG
        picture.pointee.quality = kind == .jpeg ? 2 * FF_QP2LAMBDA : 0
        picture.pointee.pts = 0
        try PictureConverter().convert(
            frame.pointer,
            meaning: .film,
            to: picture,
            meaning: kind.tags,
            for: path
        )
        return slot
    }
}
