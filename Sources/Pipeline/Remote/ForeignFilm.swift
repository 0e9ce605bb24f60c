import Media

/// A film that came from outside, as frames and sound of our own making.
package struct ForeignFilm {
    /// rgba8; how many is known, and that they are fewer is an error.
    package let frames: any FrameSource
    /// A file with its sound alone; nil where it has none.
    package let sound: String?

    package init(frames: any FrameSource, sound: String?) {
        self.frames = frames
        self.sound = sound
    }

    /// Decodes a film in this process.
    ///
    /// - Throws: ``MediaError``.
    package init(decoding path: String) throws {
        let info = try MediaInfo(probing: path)
        guard info.kind == .video, info.frameCount ?? 0 > 0 else {
            throw MediaError(kind: .notMedia, message: "It is not a film.")
        }
        frames = try FilmSource(path, size: PostPlan.filmSize(of: info.size), format: .rgba8)
        sound = info.audioCodec == nil ? nil : path
    }
}
