import CLibAV
import Editorial

/// How large pictures may be, so that no file can take all memory.
enum PixelLimit {
    /// The area of a film's frames: 16K.
    static let film = 134_217_728
    /// The area of a still.
    static let still = 400_000_000
    /// The longest side of a ``Frame``.
    static let side = 32_768

    /// Throws when a still is larger than can be held, or than libav decodes.
    static func checkStill(_ size: PixelSize, _ path: String) throws(MediaError) {
        let fits =
            (1...side).contains(size.width) && (1...side).contains(size.height)
            && size.area < still
            && av_image_check_size(CUnsignedInt(size.width), CUnsignedInt(size.height), 0, nil) >= 0
        guard !fits else { return }
        throw MediaError(
            kind: .tooLarge,
            message: "\(quoted(path)) is \(size) pixels, which is too large to read; "
                + "scale it down to at most 16000×16000."
        )
    }

    /// Throws when a film's frames are larger than can be held.
    static func checkFilm(_ size: PixelSize, _ path: String) throws(MediaError) {
        let fits =
            (1...side).contains(size.width) && (1...side).contains(size.height)
            && size.area <= film
        guard !fits else { return }
        throw MediaError(
            kind: .tooLarge,
            message: "\(quoted(path)) has frames of \(size) pixels, which is too large to read; "
                + "scale it down to at most 8192×8192."
        )
    }
}
