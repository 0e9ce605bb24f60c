import Dispatch
import Editor
import Editorial
import Input
import Media
import Rendering
import Terminal

/// Makes sheets of small pictures, some of them at a time, and keeps the small ones.
struct ThumbnailMaker {
    /// Small pictures, as far as they are there.
    struct Sheet {
        let picture: Picture
        /// The cells of those that are not there, counted from the sheet's corner.
        let missing: [CellRect]
        /// Whether another call would find more of them.
        let isUnfinished: Bool
    }

    /// What small pictures fit into, in pixels.
    private static let box = PixelSize(width: 288, height: 288)
    /// How long one call may make small pictures, about.
    private static let patience = 40_000_000
    /// A screen has fewer tiles than this.
    private static let limit = 512

    let sources: PreviewSources
    /// nil for what cannot be read.
    private var kept: [PreviewTile.Subject: Picture?] = [:]

    init(sources: PreviewSources) { self.sources = sources }

    /// Makes a sheet of an extent in cells and in pixels.
    mutating func sheet(
        of tiles: [PreviewTile],
        over cells: CellSize,
        size: PixelSize
    ) -> Sheet {
        let deadline = DispatchTime.now().uptimeNanoseconds + UInt64(Self.patience)
        let grain = CellPixels(
            width: size.width / max(1, cells.columns),
            height: size.height / max(1, cells.rows)
        )
        if kept.count > Self.limit { forget(all: tiles) }
        var canvas = PixelCanvas(width: size.width, height: size.height)
        var missing: [CellRect] = []
        var isUnfinished = false
        for tile in tiles {
            if kept[tile.subject] == nil {
                guard DispatchTime.now().uptimeNanoseconds < deadline else {
                    isUnfinished = true
                    missing.append(tile.place)
                    continue
                }
                // One that cannot be read stays empty, and its name says what it is.
                kept[tile.subject] = .some(try? make(tile.subject))
            }
            guard let picture = kept[tile.subject] ?? nil else {
                missing.append(tile.place)
                continue
            }
            canvas.lay(
                picture,
                x: tile.place.column * grain.width,
                y: tile.place.row * grain.height,
                width: tile.place.columns * grain.width,
                height: tile.place.rows * grain.height
            )
        }
        return Sheet(picture: canvas.picture, missing: missing, isUnfinished: isUnfinished)
    }

    private mutating func forget(all but: [PreviewTile]) {
        let wanted = Set(but.map(\.subject))
        kept = kept.filter { wanted.contains($0.key) }
    }

    private func make(_ subject: PreviewTile.Subject) throws -> Picture {
        switch subject {
        case .asset(let asset, isFilm: false):
            return small(try StillReader.read(sources.path(of: asset)))
        case .asset(let asset, isFilm: true):
            let path = try sources.path(of: asset)
            let info = try MediaInfo(probing: path)
            let reader = try VideoReader(path, size: info.size.fitted(into: Self.box))
            return Picture(try reader.frame(at: FrameIndex((info.frameCount ?? 1) / 2)))
        case .shot(let draft):
            if let start = draft.startFrame {
                return small(try StillReader.read(sources.path(of: start)))
            }
            let sketch = try Sketch.paint(
                prompt: draft.prompt,
                style: draft.style,
                seed: draft.seed,
                size: draft.aspect.size(shortSide: 180)
            )
            guard let sketch else { throw Complaint("The sketch was stopped.") }
            return Picture(sketch.picture)
        }
    }

    private func small(_ frame: Frame) -> Picture {
        let whole = Picture(frame)
        let size = frame.size.fitted(into: Self.box)
        guard size.width < frame.size.width else { return whole }
        var canvas = PixelCanvas(width: max(1, size.width), height: max(1, size.height))
        canvas.lay(whole, x: 0, y: 0, width: canvas.width, height: canvas.height)
        return canvas.picture
    }
}
