import CRenderKernels
import Editorial

/// The memory in which a look is made: pictures, cells and planes, each made
/// when it is first asked for and kept for the next frame.
///
/// @unchecked: a bench is used by one frame at a time; the renderer hands it
/// out and takes it back under a lock.
final class LookBench: @unchecked Sendable {
    private let size: PixelSize
    private var rooms: [Int: UnsafeMutableRawPointer] = [:]

    init(size: PixelSize) { self.size = size }

    deinit { for room in rooms.values { room.deallocate() } }

    private enum Kind: Int {
        case picture, cells, plane, marks, dots
    }

    private func room(_ kind: Kind, _ number: Int, bytes: Int) -> UnsafeMutableRawPointer {
        let key = kind.rawValue * 64 + number
        if let room = rooms[key] { return room }
        let room = UnsafeMutableRawPointer.allocate(byteCount: max(bytes, 64), alignment: 64)
        rooms[key] = room
        return room
    }

    func picture(_ number: Int) -> look_picture {
        let room = room(.picture, number, bytes: size.area * 16)
        return look_picture(
            pixels: room.assumingMemoryBound(to: Float.self),
            width: Int32(size.width),
            height: Int32(size.height)
        )
    }

    /// Cells of a 180th of the height, or another step.
    func cells(_ number: Int, step: Int? = nil) -> look_cells {
        let step = step ?? LookBench.step(of: size)
        let columns = (size.width + step - 1) / step, rows = (size.height + step - 1) / step
        let room = room(.cells, number, bytes: columns * rows * 16)
        return look_cells(
            values: room.assumingMemoryBound(to: Float.self),
            columns: Int32(columns),
            rows: Int32(rows),
            step: Int32(step)
        )
    }

    /// Cells of any number, such as the dots of a pixel picture.
    func dots(_ number: Int, columns: Int, rows: Int) -> look_cells {
        let room = room(.dots, number, bytes: columns * rows * 16)
        return look_cells(
            values: room.assumingMemoryBound(to: Float.self),
            columns: Int32(columns),
            rows: Int32(rows),
            step: 1
        )
    }

    func plane(_ number: Int) -> UnsafeMutablePointer<Float> {
        room(.plane, number, bytes: size.area * 4).assumingMemoryBound(to: Float.self)
    }

    /// Two numbers for each cell.
    func marks() -> UnsafeMutablePointer<Int32> {
        let cells = cells(0)
        return room(.marks, 0, bytes: Int(cells.columns) * Int(cells.rows) * 8)
            .assumingMemoryBound(to: Int32.self)
    }

    static func step(of size: PixelSize) -> Int {
        max(1, Int((Double(size.height) / 180).rounded()))
    }
}

extension look_cells {
    /// Writes one value into all cells.
    func fill(_ value: SIMD4<Float>) {
        guard let values else { return }
        let count = Int(columns) * Int(rows)
        UnsafeMutableRawPointer(values).withMemoryRebound(to: SIMD4<Float>.self, capacity: count) {
            $0.update(repeating: value, count: count)
        }
    }

    func copy(from other: look_cells) {
        guard let values, let source = other.values else { return }
        values.update(from: source, count: Int(columns) * Int(rows) * 4)
    }
}
