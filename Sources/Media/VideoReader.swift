import CLibAV
package import Editorial

/// Reads a film's frames by number, exactly; one owner at a time.
///
/// Frame `i` is the picture shown when `i` frame durations have passed since
/// the film's first: of a film with a varying rate, on its average rate's
/// grid. The next frame costs one decode; another costs decoding from the
/// keyframe before it.
package final class VideoReader {
    package let info: MediaInfo
    /// The size of the frames handed out.
    package let size: PixelSize
    /// The format of the frames handed out.
    package let format: FrameFormat

    private let path: String
    private let orientation: Orientation
    private let converter = PictureConverter()
    private var cursor: FrameCursor
    private var pool: FramePool
    private var sideways: Frame?
    private var shown: (index: Int, frame: Frame)?
    private var position = 0

    /// Opens a film and decodes its first frame.
    ///
    /// - Parameters:
    ///   - path: A file of any container Kinema reads.
    ///   - size: What frames are scaled to; nil is the film's own.
    ///   - effort: How exactly they are decoded.
    ///   - format: What frames are wanted as; a film that lies on its side is
    ///     handed out as rgba8 all the same.
    /// - Throws: ``MediaError`` when the file is no film that can be decoded.
    package init(
        _ path: String,
        size: PixelSize? = nil,
        effort: DecodingEffort = .exact,
        format: FrameFormat = .rgba8
    ) throws(MediaError) {
        let input = try InputFile(path)
        guard !input.isPicture else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) is a picture, not a film; choose an MP4, MOV or WebM."
            )
        }
        let info = try MediaInfo(film: input)
        guard let rate = info.frameRate, let frameCount = info.frameCount else {
            throw MediaError(damaged: path, "its film has no frame rate")
        }
        self.info = info
        self.path = path
        self.size = size ?? info.size
        orientation = Orientation(of: try input.videoStream())
        self.format = orientation == .upright ? format : .rgba8
        pool = FramePool(size: self.size, format: self.format)
        cursor = try FrameCursor(
            input,
            rate: rate,
            frameCount: frameCount,
            effort: effort
        )
    }

    /// Returns the frame with a number; past the end the last one.
    ///
    /// The frame is the caller's to read for as long as it is held.
    ///
    /// - Throws: ``MediaError`` when the file changed or is damaged.
    /// - Precondition: `index` is not negative.
    package func frame(at index: FrameIndex) throws(MediaError) -> Frame {
        precondition(index.value >= 0, "Frames count from 0.")
        position = index.value + 1
        try cursor.move(to: index.value)
        return try picture()
    }

    /// Returns the picture with a number as it was decoded, neither scaled nor
    /// converted; nil for films of other forms and those that are turned,
    /// which ``frame(at:)`` serves.
    ///
    /// - Throws: ``MediaError`` when the file changed or is damaged.
    /// - Precondition: `index` is not negative.
    package func filmFrame(at index: FrameIndex) throws(MediaError) -> FilmFrame? {
        precondition(index.value >= 0, "Frames count from 0.")
        guard orientation == .upright else { return nil }
        position = index.value + 1
        try cursor.move(to: index.value)
        return FilmFrame(cursor.picture)
    }

    /// Returns the frame after the one handed out last, at first frame 0;
    /// nil after the film's last.
    package func next() throws(MediaError) -> Frame? {
        guard position < info.frameCount ?? 0 else { return nil }
        try cursor.move(to: position)
        if cursor.isAtEnd, position >= cursor.end { return nil }
        position += 1
        return try picture()
    }

    /// Converts the picture under the cursor, once.
    private func picture() throws(MediaError) -> Frame {
        if let shown, shown.index == cursor.index { return shown.frame }
        shown = nil
        let frame = try pool.take()
        if orientation == .upright {
            try convert(to: frame)
        } else {
            let scratch = try unturned()
            try convert(to: scratch)
            orientation.turn(scratch, into: frame)
        }
        shown = (cursor.index, frame)
        return frame
    }

    /// Returns the frame that holds pictures before they are turned.
    private func unturned() throws(MediaError) -> Frame {
        if let sideways { return sideways }
        let frame = try Frame(size: orientation.applied(to: size), format: .rgba8)
        sideways = frame
        return frame
    }

    private func convert(to frame: Frame) throws(MediaError) {
        let source = cursor.picture
        try converter.convert(
            source,
            meaning: ColourTags(of: source, untagged: .film),
            to: frame.pointer,
            meaning: .film,
            for: path
        )
    }
}
