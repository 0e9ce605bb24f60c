import CPictureKernels

extension Picture {
    /// Writes the picture as RGBA of an extent into memory that is kept from
    /// frame to frame.
    ///
    /// Smaller extents are means of the pixels they cover.
    func draw(_ size: CellPixels, into pixels: inout [UInt8]) {
        if case .rgba(let own) = form, (width, height) == (size.width, size.height) {
            pixels = own
            return
        }
        let count = size.width * size.height * 4
        if pixels.count != count { pixels = [UInt8](repeating: 0, count: count) }
        switch form {
        case .rgba(let own):
            cpicture_scale(
                own,
                CInt(width),
                CInt(height),
                &pixels,
                CInt(size.width),
                CInt(size.height)
            )
        case .planar(let planes):
            planes.withKernelForm { source in
                // Without memory the picture before stays, which is the best there is.
                _ = cpicture_scale_planar(source, &pixels, CInt(size.width), CInt(size.height))
            }
        }
    }
}
