import CPictureKernels
import Input

/// Pictures by kitty's protocol: a whole image a frame, which the terminal
/// scales to the cells and draws beneath them.
///
/// Two image ids take turns, so that the old picture stays until the new one
/// lies over it: sending the same id again would blink.
final class KittyEncoder: PictureEncoder {
    private let cell: CellPixels
    private let passage: KittyPassage
    private let dither = PictureDither()
    private let image = PictureBuffer()
    private let memory: SharedPixels?
    private var pixels: [UInt8] = []
    private var shown: (placement: PicturePlacement, quality: PictureQuality)?
    private var number = 0
    /// Whether the terminal may hold a picture, on the screen or not.
    private var isSent = false

    /// Below this a picture also lies under cells with a background colour.
    private static let depth = -1_073_741_825
    private static let chunk = 3072

    init(cell: CellPixels, passage: KittyPassage, sharesMemory: Bool) {
        self.cell = cell
        self.passage = passage
        memory = sharesMemory ? SharedPixels() : nil
    }

    func grain(for cells: CellSize, quality: PictureQuality) -> CellPixels {
        bounded(cell, for: cells, by: quality.coarseness)
    }

    func encode(_ placement: PicturePlacement, quality: PictureQuality, into out: PictureBuffer) {
        guard isNews(placement, quality) else { return }
        let size = placement.size(grain(for: placement.rect.size, quality: quality))
        placement.picture.draw(size, into: &pixels)
        let old = passage.ids[number]
        let id = passage.ids[1 - number]
        if passage == .direct {
            out.move(row: placement.rect.row, column: placement.rect.column)
        }
        let place = passage.place(placement.rect.size, depth: Self.depth)
        if let memory, !placement.hasCovered, let name = memory.put(pixels) {
            let head = "a=T,q=2,f=32,t=s,s=\(size.width),v=\(size.height),i=\(id),\(place)"
            send(Array(name.utf8), head: head, into: out)
        } else {
            let bytes = png(placement, size, isStill: quality.isStill)
            guard !bytes.isEmpty else { return }
            send(bytes, head: "a=T,q=2,f=100,i=\(id),\(place)", into: out)
        }
        if passage == .tmux { Placeholders.write(placement, id: id, into: out) }
        if isSent { delete(old, into: out) }
        number = 1 - number
        isSent = true
        shown = (placement, quality)
    }

    func invalidate() { shown = nil }

    func remove(into out: PictureBuffer) -> Bool {
        for id in passage.ids { delete(id, into: out) }
        isSent = false
        shown = nil
        // Placeholders are text, which is wiped like text.
        return passage == .direct
    }

    private func isNews(_ placement: PicturePlacement, _ quality: PictureQuality) -> Bool {
        guard let shown else { return true }
        let isBetter =
            quality.isStill
            && (!shown.quality.isStill || quality.coarseness < shown.quality.coarseness)
        return isBetter || shown.placement.rect != placement.rect
            || shown.placement.covered != placement.covered
            || shown.placement.picture != placement.picture
    }

    private func png(_ placement: PicturePlacement, _ size: CellPixels, isStill: Bool) -> [UInt8] {
        let width = CInt(size.width)
        let height = CInt(size.height)
        func encode(_ covered: UnsafePointer<UInt8>?) {
            image.extend { buffer in
                cpicture_png(
                    buffer,
                    dither.pointer,
                    pixels,
                    width,
                    0,
                    0,
                    width,
                    height,
                    covered,
                    CInt(placement.rect.columns),
                    CInt(placement.rect.rows)
                )
            }
        }
        if passage == .direct, placement.hasCovered {
            placement.covered.withUnsafeBufferPointer { encode($0.baseAddress) }
        } else if isStill {
            image.extend { cpicture_png_full($0, pixels, width, 0, 0, width, height) }
        } else {
            encode(nil)
        }
        return image.take()
    }

    private func send(_ bytes: [UInt8], head: String, into out: PictureBuffer) {
        for start in stride(from: 0, to: bytes.count, by: Self.chunk) {
            let end = min(bytes.count, start + Self.chunk)
            let more = end < bytes.count ? 1 : 0
            out.append(passage.opening + (start == 0 ? "\(head),m=\(more);" : "q=2,m=\(more);"))
            bytes[start..<end].withUnsafeBufferPointer { part in
                out.extend { cpicture_base64($0, part.baseAddress, part.count) }
            }
            out.append(passage.closing)
        }
    }

    private func delete(_ id: Int, into out: PictureBuffer) {
        out.append("\(passage.opening)a=d,d=I,i=\(id),q=2;\(passage.closing)")
    }
}
