import CLibAV
import Editorial

/// Brings pictures down to the 256 colours of a GIF; one owner.
final class GIFPainter {
    private let graph: FilterGraph
    private let painted: FrameSlot

    /// Prepares for pictures of a size.
    ///
    /// Without a palette of the whole film each picture gets one of its own.
    init(_ settings: FilmSettings, palette: GIFPalette?, for path: String) throws(MediaError) {
        painted = try FrameSlot(for: path)
        let pictures = FilterNode.pictures(settings.size, AV_PIX_FMT_BGRA, settings.frameRate)
        if let palette {
            let colours = try palette.colours(for: path)
            let square = PixelSize(width: 16, height: 16)
            graph = try FilterGraph(
                [
                    pictures, .pictures(square, AV_PIX_FMT_BGRA, settings.frameRate),
                    FilterNode("paletteuse", settings.dither.options, from: [0, 1]),
                ],
                for: path
            )
            try graph.send(colours.pointer, to: 1)
            try graph.end(1)
        } else {
            let options = settings.dither.options + [("new", "1")]
            graph = try FilterGraph(
                [
                    pictures, FilterNode("split", from: [0]),
                    FilterNode(
                        "palettegen",
                        [("stats_mode", "single")],
                        from: [1]
                    ),
                    FilterNode("paletteuse", options, from: [1, 2]),
                ],
                for: path
            )
        }
    }

    /// Gives a picture, whose pixels are shared, not copied.
    func send(_ picture: FrameSlot) throws(MediaError) { try graph.send(picture.pointer) }

    func end() throws(MediaError) { try graph.end() }

    /// Returns the next painted picture, good until the next call; nil when
    /// there is none for now.
    func next() throws(MediaError) -> FrameSlot? {
        painted.empty()
        return try graph.receive(into: painted.pointer) == .filled ? painted : nil
    }
}
