import CLibAV
package import Editorial

/// The 256 colours that serve a whole film best; one owner.
///
/// Frames are shown to it one by one, all or some of the film's, and then it
/// is given to the writer. Its memory does not grow with them.
package final class GIFPalette {
    private let size: PixelSize
    private let graph: FilterGraph
    private let shell: FrameSlot
    private let picture: FramePicture
    private var count = 0

    /// Prepares for frames of one size.
    ///
    /// - Throws: ``MediaError`` when this machine has no libavfilter.
    package init(size: PixelSize, for path: String) throws(MediaError) {
        self.size = size
        shell = try FrameSlot(for: path)
        picture = FramePicture(size: size, format: AV_PIX_FMT_BGRA, path: path)
        graph = try FilterGraph(
            [
                .pictures(size, AV_PIX_FMT_BGRA, FrameRate(25)),
                FilterNode(
                    "palettegen",
                    [("stats_mode", "full")],
                    from: [0]
                ),
            ],
            for: path
        )
    }

    /// Takes a frame's colours into account.
    ///
    /// - Precondition: The frame has the size given at first.
    package func add(_ frame: Frame) throws(MediaError) {
        precondition(frame.size == size, "A palette is made of frames of one size.")
        try picture.fill(from: frame)
        try shell.share(picture.pointer, number: count)
        try graph.send(shell.pointer)
        count += 1
    }

    /// Returns the colours, as a picture of 16 by 16; nothing may be added later.
    func colours(for path: String) throws(MediaError) -> FrameSlot {
        try graph.end()
        let colours = try FrameSlot(for: path)
        guard try graph.receive(into: colours.pointer) == .filled else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) was not begun: its palette was made of no frames."
            )
        }
        return colours
    }
}
