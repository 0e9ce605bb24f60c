import CPictureKernels
import Input

/// Pictures by kitty's protocol: a whole indexed PNG a frame, which the
/// terminal scales to the cells and draws beneath them.
///
/// Two image ids take turns, so that the old picture stays until the new one
/// lies over it: sending the same id again would blink.
final class KittyEncoder: PictureEncoder {
    private let cell: CellPixels
    private let dither = PictureDither()
    private let image = PictureBuffer()
    private var shown: PicturePlacement?
    private var number = 0
    /// Whether the terminal may hold a picture, on the screen or not.
    private var isSent = false

    private static let ids = [0x4B_49_4E, 0x4B_49_4F]
    /// Below this a picture also lies under cells with a background colour.
    private static let depth = -1_073_741_825
    private static let chunk = 3072

    init(cell: CellPixels) { self.cell = cell }

    func grain(for cells: CellSize) -> CellPixels { bounded(cell, for: cells) }

    func encode(_ placement: PicturePlacement, into out: PictureBuffer) {
        if let shown, shown.rect == placement.rect, shown.covered == placement.covered,
            shown.picture == placement.picture
        {
            return
        }
        let bytes = png(placement)
        guard !bytes.isEmpty else { return }
        let old = Self.ids[number]
        number = 1 - number
        out.move(row: placement.rect.row, column: placement.rect.column)
        send(bytes, id: Self.ids[number], cells: placement.rect.size, into: out)
        if isSent { delete(old, into: out) }
        isSent = true
        shown = placement
    }

    func invalidate() { shown = nil }

    func remove(into out: PictureBuffer) -> Bool {
        for id in Self.ids { delete(id, into: out) }
        isSent = false
        shown = nil
        return true
    }

    private func png(_ placement: PicturePlacement) -> [UInt8] {
        let picture = placement.picture
        let mask = placement.hasCovered ? placement.covered : nil
        func encode(_ covered: UnsafePointer<UInt8>?) {
            image.extend { buffer in
                cpicture_png(
                    buffer,
                    dither.pointer,
                    picture.pixels,
                    CInt(picture.width),
                    0,
                    0,
                    CInt(picture.width),
                    CInt(picture.height),
                    covered,
                    CInt(placement.rect.columns),
                    CInt(placement.rect.rows)
                )
            }
        }
        if let mask { mask.withUnsafeBufferPointer { encode($0.baseAddress) } } else { encode(nil) }
        return image.take()
    }

    private func send(_ bytes: [UInt8], id: Int, cells: CellSize, into out: PictureBuffer) {
        for start in stride(from: 0, to: bytes.count, by: Self.chunk) {
            let end = min(bytes.count, start + Self.chunk)
            let more = end < bytes.count ? 1 : 0
            if start == 0 {
                out.append(
                    "\u{1B}_Ga=T,q=2,C=1,f=100,i=\(id),p=1,c=\(cells.columns),r=\(cells.rows),"
                        + "z=\(Self.depth),m=\(more);"
                )
            } else {
                out.append("\u{1B}_Gq=2,m=\(more);")
            }
            bytes[start..<end].withUnsafeBufferPointer { part in
                out.extend { cpicture_base64($0, part.baseAddress, part.count) }
            }
            out.append("\u{1B}\\")
        }
    }

    private func delete(_ id: Int, into out: PictureBuffer) {
        out.append("\u{1B}_Ga=d,d=I,i=\(id),q=2;\u{1B}\\")
    }
}
