import CLibAV
package import Editorial

/// Draws upon a film's frames; one owner.
package final class OverlayPainter {
    private let size: PixelSize
    private let graph: FilterGraph
    private let picture: FramePicture
    private let shell: FrameSlot

    /// Prepares for frames of a size and rate; they come out as yuv420p8.
    ///
    /// - Throws: ``MediaError`` when a file cannot be read, or this machine
    ///   lacks what draws.
    package init(_ overlays: [Overlay], size: PixelSize, rate: FrameRate) throws(MediaError) {
        self.size = size
        let path = overlays.compactMap(\.path).first ?? "the film"
        shell = try FrameSlot(for: path)
        picture = FramePicture(size: size, format: AV_PIX_FMT_YUV420P, path: path)
        var nodes = [FilterNode.pictures(size, AV_PIX_FMT_YUV420P, rate)]
        var marks: [FrameSlot] = []
        var last = 0
        for overlay in overlays {
            switch overlay {
            case .subtitles(let path):
                nodes.append(try OverlayPainter.subtitles(path, size, from: last))
            case .timecode(let start, let place):
                nodes.append(OverlayPainter.timecode(start, place, size, rate, from: last))
            case .mark(let path, let place, let width, let opacity):
                let mark = try StillReader.transparent(path)
                let markSize = PixelSize(
                    width: Int(mark.pointer.pointee.width),
                    height: Int(mark.pointer.pointee.height)
                )
                marks.append(mark)
                nodes.append(.pictures(markSize, AV_PIX_FMT_RGBA, rate))
                let first = nodes.count - 1
                let shape = OverlayPainter.shape(markSize, width: width, in: size)
                nodes += OverlayPainter.mark(shape, place, opacity, size, over: last, from: first)
            }
            last = nodes.count - 1
        }
        nodes.append(FilterNode("format", [("pix_fmts", "yuv420p")], from: [last]))
        graph = try FilterGraph(nodes, for: path)
        for (number, mark) in marks.enumerated() {
            mark.pointer.pointee.pts = 0
            try graph.send(mark.pointer, to: number + 1)
            try graph.end(number + 1)
        }
    }

    /// Returns a frame with everything drawn upon it; the frame itself stays
    /// as it is.
    ///
    /// - Precondition: Frames have the painter's size, and numbers ascend.
    package func paint(_ frame: Frame, at index: FrameIndex) throws(MediaError) -> Frame {
        precondition(frame.size == size, "A film's frames have one size.")
        try picture.fill(from: frame)
        try shell.share(picture.pointer, number: index.value)
        shell.pointer.pointee.colorspace = AVCOL_SPC_BT709
        shell.pointer.pointee.color_range = AVCOL_RANGE_MPEG
        try graph.send(shell.pointer)
        let painted = try FrameSlot(for: "")
        guard try graph.receive(into: painted.pointer) == .filled,
            let result = Frame(taking: painted, as: .yuv420p8)
        else {
            throw MediaError(
                kind: .unsupported,
                message: "Frame \(index.value) could not be drawn upon; leave the burn-in out."
            )
        }
        return result
    }

    private static func margin(_ size: PixelSize) -> Int {
        max(4, min(size.width, size.height) / 30)
    }

    private static func subtitles(
        _ path: String,
        _ size: PixelSize,
        from last: Int
    ) throws(MediaError) -> FilterNode {
        try SubtitleFile.check(path)
        return FilterNode(
            "subtitles",
            [
                ("filename", fileAddress(path)),
                ("original_size", "\(size.width)x\(size.height)"),
            ],
            from: [last]
        )
    }

    private static func timecode(
        _ start: Timecode,
        _ place: Overlay.Place,
        _ size: PixelSize,
        _ rate: FrameRate,
        from last: Int
    ) -> FilterNode {
        let margin = margin(size)
        let spot = place.expressions(margin: margin)
        // drawtext calls its own size by other names.
        func own(_ expression: String) -> String {
            expression.replacing("W", with: "main_w").replacing("H", with: "main_h")
                .replacing("-w", with: "-tw").replacing("-h", with: "-th")
        }
        return FilterNode(
            "drawtext",
            [
                ("timecode", start.description),
                ("timecode_rate", "\(rate.numerator)/\(rate.denominator)"),
                ("font", "monospace"), ("fontsize", "\(max(12, size.height / 24))"),
                ("fontcolor", "white"), ("box", "1"), ("boxcolor", "black@0.55"),
                ("boxborderw", "\(max(3, size.height / 120))"),
                ("x", own(spot.x)), ("y", own(spot.y)),
            ],
            from: [last]
        )
    }

    private static func shape(_ mark: PixelSize, width: Double, in size: PixelSize) -> PixelSize {
        let wide = max(1, Int((Double(size.width) * width).rounded()))
        let high = Int((Double(mark.height) * Double(wide) / Double(mark.width)).rounded())
        return PixelSize(width: wide, height: max(1, min(high, size.height)))
    }

    /// The mark's own filters, and the one that lays it over the film.
    private static func mark(
        _ shape: PixelSize,
        _ place: Overlay.Place,
        _ opacity: Double,
        _ size: PixelSize,
        over film: Int,
        from source: Int
    ) -> [FilterNode] {
        let spot = place.expressions(margin: margin(size))
        return [
            FilterNode("colorchannelmixer", [("aa", "\(opacity)")], from: [source]),
            FilterNode(
                "scale",
                [
                    ("w", "\(shape.width)"), ("h", "\(shape.height)"), ("flags", "lanczos"),
                    ("out_color_matrix", "bt709"), ("out_range", "tv"),
                ],
                from: [source + 1]
            ),
            FilterNode("format", [("pix_fmts", "yuva420p")], from: [source + 2]),
            FilterNode(
                "overlay",
                [
                    ("x", spot.x), ("y", spot.y), ("format", "yuv420"), ("repeatlast", "1"),
                    ("eof_action", "repeat"),
                ],
                from: [film, source + 3]
            ),
        ]
    }
}

extension Overlay {
    /// The file it is made of.
    fileprivate var path: String? {
        switch self {
        case .subtitles(let path), .mark(let path, _, _, _): path
        case .timecode: nil
        }
    }
}
