import CLibAV
package import Editorial
import Glibc

/// Writes grey pictures of 16 bits, such as depth maps.
package enum GreyWriter {
    /// Writes one number a pixel as PNG, row by row from the top; the name
    /// appears only when the picture is on the disk.
    ///
    /// - Throws: ``MediaError``: `.unsupported` for another ending than
    ///   `.png`, `.unwritable`, `.diskFull`.
    /// - Precondition: There is one number for every pixel.
    package static func write(
        _ greys: [UInt16],
        size: PixelSize,
        to path: String
    ) throws(MediaError) {
        precondition(greys.count == size.area, "A grey picture has one number for every pixel.")
        guard fileEnding(path) == "png" else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) was not written: depth is kept as PNG of 16 bits; "
                    + "let the name end in .png."
            )
        }
        let file = try PartialFile(path)
        let packet = try encode(greys, size, path)
        defer {
            var doomed: UnsafeMutablePointer<AVPacket>? = packet
            av_packet_free(&doomed)
        }
        let count = Int(packet.pointee.size)
        try file.write(UnsafeRawBufferPointer(start: packet.pointee.data, count: count))
        try file.commit()
    }

    /// Returns the file's bytes; the caller frees the packet.
    private static func encode(
        _ greys: [UInt16],
        _ size: PixelSize,
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVPacket> {
        guard let codec = avcodec_find_encoder(AV_CODEC_ID_PNG) else {
            throw MediaError(libAV: clibav_error_no_encoder, .writing, path)
        }
        let picture = try frame(greys, size, path)
        var context: UnsafeMutablePointer<AVCodecContext>? = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        let encoder = try allocated(context, for: path)
        encoder.pointee.width = CInt(size.width)
        encoder.pointee.height = CInt(size.height)
        encoder.pointee.pix_fmt = AV_PIX_FMT_GRAY16BE
        encoder.pointee.time_base = AVRational(num: 1, den: 1)
        encoder.pointee.flags |= AV_CODEC_FLAG_BITEXACT
        try check(avcodec_open2(encoder, codec, nil), .writing, path)
        try check(avcodec_send_frame(encoder, picture.pointer), .writing, path)
        try check(avcodec_send_frame(encoder, nil), .writing, path)
        var packet = av_packet_alloc()
        let filled = try allocated(packet, for: path)
        do {
            try check(avcodec_receive_packet(encoder, filled), .writing, path)
        } catch {
            av_packet_free(&packet)
            throw error
        }
        return filled
    }

    private static func frame(
        _ greys: [UInt16],
        _ size: PixelSize,
        _ path: String
    ) throws(MediaError) -> FrameSlot {
        let slot = try FrameSlot(for: path)
        slot.pointer.pointee.format = AV_PIX_FMT_GRAY16BE.rawValue
        slot.pointer.pointee.width = CInt(size.width)
        slot.pointer.pointee.height = CInt(size.height)
        try check(av_frame_get_buffer(slot.pointer, 64), .writing, path)
        slot.pointer.pointee.pts = 0
        guard let base = clibav_plane(slot.pointer, 0) else {
            throw MediaError(outOfMemoryFor: size)
        }
        let stride = Int(clibav_stride(slot.pointer, 0))
        greys.withUnsafeBufferPointer { greys in
            for row in 0..<size.height {
                let line = UnsafeMutableRawPointer(base + row * stride)
                for column in 0..<size.width {
                    let value = greys[row * size.width + column].bigEndian
                    line.storeBytes(of: value, toByteOffset: column * 2, as: UInt16.self)
                }
            }
        }
        return slot
    }
}
