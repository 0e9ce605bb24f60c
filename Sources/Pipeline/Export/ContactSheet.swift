package import Editorial
package import Media

/// A film's frames on one picture, in rows, with their times.
package struct ContactSheet: Hashable, Sendable {
    package var columns: Int
    package var rows: Int
    /// Of the whole sheet, in pixels.
    package var width: Int
    package var hasTimes: Bool

    package init(columns: Int = 4, rows: Int = 4, width: Int = 1600, hasTimes: Bool = true) {
        self.columns = columns
        self.rows = rows
        self.width = width
        self.hasTimes = hasTimes
    }

    private var gap: Int { max(2, width / 200) }

    /// Returns the size of a frame on the sheet.
    package func tile(of film: PixelSize) -> PixelSize {
        let wide = max(16, (width - gap * (columns + 1)) / columns) / 2 * 2
        let high = Double(film.height) * Double(wide) / Double(film.width)
        return PixelSize(width: wide, height: max(2, Int((high / 2).rounded()) * 2))
    }

    /// Returns the sheet's size for a film.
    package func size(of film: PixelSize) -> PixelSize {
        let tile = tile(of: film)
        return PixelSize(
            width: columns * tile.width + gap * (columns + 1),
            height: rows * tile.height + gap * (rows + 1)
        )
    }

    /// Returns the frames that are shown: each the middle of its share of the film.
    package func frames(of count: Int) -> [FrameIndex] {
        let tiles = columns * rows
        return (0..<tiles).map { FrameIndex((2 * $0 + 1) * count / (2 * tiles)) }
    }

    /// Draws the sheet, rgba8.
    ///
    /// - Throws: ``MediaError``, and whatever `report` throws after each frame.
    package func draw(_ path: String, report: (Double) throws -> Void) throws -> Frame {
        let film = try FilmSource(
            path,
            size: PostPlan.filmSize(of: try MediaInfo(probing: path).size),
            format: .rgba8
        )
        let tile = tile(of: film.size)
        let sheet = try Frame(size: size(of: film.size), format: .rgba8)
        sheet.paint(FlatColour(24, 24, 26))
        let tiles = try FittedSource(film, to: tile, .crop, format: .rgba8)
        let converter = try FrameConverter(size: tile, to: .rgba8)
        for (number, index) in frames(of: film.frameCount ?? 1).enumerated() {
            guard var frame = try tiles.frame(at: index) else { continue }
            if hasTimes {
                let time = Timecode(of: index, at: film.rate)
                let mark = Overlay.timecode(start: time, place: .bottomRight)
                let painter = try OverlayPainter([mark], size: tile, rate: film.rate)
                frame = try converter.convert(try painter.paint(frame, at: .first))
            }
            frame.copy(
                to: sheet,
                x: gap + number % columns * (tile.width + gap),
                y: gap + number / columns * (tile.height + gap)
            )
            try report(Double(number + 1) / Double(columns * rows))
        }
        return sheet
    }
}
