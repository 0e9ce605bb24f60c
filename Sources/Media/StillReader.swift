import CLibAV
import Editorial

/// Reads single pictures.
package enum StillReader {
    /// Returns a picture as rgba8 in sRGB, turned as its tags ask and opaque:
    /// transparency is laid over black.
    ///
    /// Of an animation it is the first picture. ICC profiles are not applied.
    ///
    /// - Throws: ``MediaError``; `.tooLarge` before any pixel is decoded.
    package static func read(_ path: String) throws(MediaError) -> Frame {
        let input = try open(path)
        let decoded = try decode(input)
        let frame = decoded.pointer
        let size = PixelSize(width: Int(frame.pointee.width), height: Int(frame.pointee.height))
        try PixelLimit.checkStill(size, path)
        let upright = try Frame(size: size, format: .rgba8)
        try PictureConverter().convert(
            frame,
            meaning: ColourTags(of: frame, untagged: .still),
            to: upright.pointer,
            meaning: .film,
            for: path
        )
        flatten(upright, of: frame.pointee.format)
        let orientation = Orientation(of: frame)
        guard orientation != .upright else { return upright }
        decoded.empty()
        let turned = try Frame(size: orientation.applied(to: size), format: .rgba8)
        orientation.turn(upright, into: turned)
        return turned
    }

    /// Returns a picture as RGBA whose transparency is kept, not turned.
    static func transparent(_ path: String) throws(MediaError) -> FrameSlot {
        let decoded = try decode(open(path))
        let source = decoded.pointer
        let size = PixelSize(width: Int(source.pointee.width), height: Int(source.pointee.height))
        try PixelLimit.checkStill(size, path)
        let target = try FrameSlot(for: path)
        target.pointer.pointee.format = AV_PIX_FMT_RGBA.rawValue
        target.pointer.pointee.width = source.pointee.width
        target.pointer.pointee.height = source.pointee.height
        try check(av_frame_get_buffer(target.pointer, 64), .reading, path)
        try PictureConverter().convert(
            source,
            meaning: ColourTags(of: source, untagged: .still),
            to: target.pointer,
            meaning: .film,
            for: path
        )
        return target
    }

    /// Opens a file that is a picture, of a size that can be held.
    static func open(_ path: String) throws(MediaError) -> InputFile {
        if let announced = PictureHeader.size(of: path) {
            try PixelLimit.checkStill(announced, path)
        }
        let input = try InputFile(path)
        guard input.isStill else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) is a film, not a picture; choose a PNG, JPEG or WebP."
            )
        }
        return input
    }

    /// Decodes the first picture of a file.
    static func decode(_ input: InputFile) throws(MediaError) -> FrameSlot {
        let decoder = try Decoder(input)
        let slot = try FrameSlot(for: input.path)
        guard try decoder.next(into: slot.pointer) else {
            throw MediaError(damaged: input.path, "it holds no picture")
        }
        return slot
    }

    /// Lays a picture over black where its format can be transparent.
    private static func flatten(_ frame: Frame, of format: CInt) {
        guard let facts = av_pix_fmt_desc_get(AVPixelFormat(format)),
            facts.pointee.flags & UInt64(AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL) != 0
        else { return }
        let size = frame.size
        frame.withMutablePlane { base, stride in
            for row in 0..<size.height {
                var pixel = base + row * stride
                for _ in 0..<size.width {
                    let alpha = UInt32(pixel[3])
                    if alpha < 255 {
                        for channel in 0..<3 {
                            pixel[channel] = UInt8((UInt32(pixel[channel]) * alpha + 127) / 255)
                        }
                        pixel[3] = 255
                    }
                    pixel += 4
                }
            }
        }
    }
}

extension InputFile {
    /// Whether the file is to be taken as one picture: also animations, of
    /// which the first is read, and pictures in film containers.
    var isStill: Bool {
        if isPicture || formatName == "gif" || formatName == "apng" { return true }
        guard let brand = av_dict_get(context.pointee.metadata, "major_brand", nil, 0)
        else { return false }
        return ["avif", "mif1", "heic"].contains(String(cString: brand.pointee.value))
    }
}
