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
        try StillEncoder.write(try frame(greys, size, path), by: AV_CODEC_ID_PNG, to: file)
        try file.commit()
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
