import Editorial
import Media
import Terminal

/// The pictures of a film for a terminal: quick ones while it plays, exact
/// ones when it rests.
///
/// Confined to whoever made it.
final class FilmPictures {
    let info: MediaInfo
    private let path: String
    private let quick: VideoReader
    /// For films whose pictures must be converted by libav.
    private var scaled: VideoReader?
    private var exact: VideoReader?

    /// - Throws: `MediaError` when the file is no film that can be decoded.
    init(_ path: String) throws(MediaError) {
        self.path = path
        quick = try VideoReader(path, effort: .quick)
        info = quick.info
    }

    /// Decodes up to a frame without making a picture of it, which a later
    /// one then need not do.
    func advance(to index: FrameIndex) throws(MediaError) {
        _ = try quick.filmFrame(at: index)
    }

    /// Returns the picture of a moving film; an extent is only a hint, as the
    /// terminal's encoders scale what they are given.
    func moving(at index: FrameIndex, size: PixelSize) throws(MediaError) -> Picture {
        exact = nil
        if let frame = try quick.filmFrame(at: index) { return Picture(frame) }
        let reader: VideoReader
        if let scaled, scaled.size == size {
            reader = scaled
        } else {
            reader = try VideoReader(path, size: size, effort: .quick)
        }
        scaled = reader
        return Picture(try reader.frame(at: index))
    }

    /// Returns the picture of a film that rests, of that extent.
    func still(at index: FrameIndex, size: PixelSize) throws(MediaError) -> Picture {
        let reader: VideoReader
        if let exact, exact.size == size {
            reader = exact
        } else {
            reader = try VideoReader(path, size: size)
        }
        exact = reader
        return Picture(try reader.frame(at: index))
    }
}
