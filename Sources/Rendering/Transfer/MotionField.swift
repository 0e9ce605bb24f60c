import CRenderKernels
import Dispatch
import Editorial
import Media
import Motion

/// Where everything of one frame lies in another; owns its vectors.
///
/// Blocks of 16 × 16 pixels on a grid of 8 are searched from the smallest size to the
/// frame's own. At half size the field tells how the camera moved, which at
/// full size is tried first everywhere.
final class MotionField {
    /// The field at the frame's own size, and its cells.
    let columns: Int
    let rows: Int
    private(set) var vectors: UnsafeMutablePointer<transfer_vector>
    /// How the camera moved, if most of the frame says so.
    private(set) var camera: Homography?
    /// Whether `vectors` is of the pair of frames before.
    private var hasPast = false

    private var past: UnsafeMutablePointer<transfer_vector>
    private var coarse: [(field: UnsafeMutablePointer<transfer_vector>, columns: Int, rows: Int)]

    init(_ levels: [transfer_level]) {
        func cells(_ level: transfer_level) -> (columns: Int, rows: Int) {
            let cell = Int(TRANSFER_CELL)
            return ((Int(level.width) + cell - 1) / cell, (Int(level.height) + cell - 1) / cell)
        }
        func field(_ cells: (columns: Int, rows: Int)) -> UnsafeMutablePointer<transfer_vector> {
            let count = cells.columns * cells.rows
            let field = UnsafeMutablePointer<transfer_vector>.allocate(capacity: count)
            field.initialize(repeating: transfer_vector(), count: count)
            return field
        }
        (columns, rows) = cells(levels[0])
        vectors = field((columns, rows))
        past = field((columns, rows))
        coarse = levels.dropFirst().map { level in
            let cells = cells(level)
            return (field(cells), cells.columns, cells.rows)
        }
    }

    deinit {
        vectors.deallocate()
        past.deallocate()
        coarse.forEach { $0.field.deallocate() }
    }

    /// Forgets the pair of frames before.
    func forget() { hasPast = false }

    /// Finds the vectors from one frame to another.
    func search(from: MotionPyramid, to: MotionPyramid, isPortable: Bool = false) {
        swap(&vectors, &past)
        camera = nil
        for depth in stride(from: from.levels.count - 1, through: 0, by: -1) {
            search(from.levels[depth], to.levels[depth], depth: depth, isPortable)
            if depth == 1 { findCamera(from.levels[0]) }
        }
        hasPast = true
    }

    private func search(
        _ from: transfer_level,
        _ to: transfer_level,
        depth: Int,
        _ isPortable: Bool
    ) {
        let target = depth == 0 ? (vectors, columns, rows) : coarse[depth - 1]
        let below = depth < coarse.count ? coarse[depth] : nil
        let numbers = depth == 0 ? camera?.values ?? [] : []
        withUnsafePointer(to: from) { from in
            withUnsafePointer(to: to) { to in
                numbers.withUnsafeBufferPointer { camera in
                    let search = transfer_search(
                        from: from,
                        to: to,
                        coarse: below.map { UnsafePointer($0.field) },
                        coarse_columns: Int32(below?.columns ?? 0),
                        coarse_rows: Int32(below?.rows ?? 0),
                        before: depth == 0 && hasPast ? UnsafePointer(past) : nil,
                        camera: numbers.isEmpty ? nil : camera.baseAddress,
                        camera_error: Int32(cameraError),
                        field: target.0,
                        columns: Int32(target.1),
                        rows: Int32(target.2),
                        is_fine: depth <= 1 ? 1 : 0,
                        portable: isPortable ? 1 : 0
                    )
                    MotionField.run(search)
                }
            }
        }
    }

    private static func run(_ search: transfer_search) {
        let band = Int(TRANSFER_BAND)
        withUnsafePointer(to: search) { search in
            // unsafe: bands only read the search, and write rows of their own.
            nonisolated(unsafe) let search = search
            let count = (Int(search.pointee.rows) + band - 1) / band
            DispatchQueue.concurrentPerform(iterations: count) {
                transfer_search_band(search, Int32($0))
            }
        }
    }

    /// How well the blocks at half size fit, in 16ths of a level, in the middle.
    private var cameraError = 0

    /// Fits the camera's motion to the field at half size.
    private func findCamera(_ level: transfer_level) {
        guard let half = coarse.first else { return }
        let cell = Double(TRANSFER_CELL)
        var matches: [transfer_match] = []
        var errors: [UInt16] = []
        // Every other cell tells as much as all, because blocks overlap.
        for row in stride(from: 0, to: half.rows, by: 2) {
            for column in stride(from: 0, to: half.columns, by: 2) {
                let vector = half.field[row * half.columns + column]
                let x = (Double(column) + 0.5) * cell * 2
                let y = (Double(row) + 0.5) * cell * 2
                errors.append(vector.error)
                matches.append(
                    transfer_match(
                        x: x,
                        y: y,
                        u: x + Double(vector.x) / 8,
                        v: y + Double(vector.y) / 8,
                        weight: 1
                    )
                )
            }
        }
        let size = PixelSize(width: Int(level.width), height: Int(level.height))
        let fit = fitted(matches, to: nil, size: size, freedom: 6, grain: 0.1)
        camera = fit.flatMap { $0.report.share > 0.3 ? $0.map : nil }
        let middle = Int(errors.sorted()[errors.count / 2])
        cameraError = max(16, middle * 5 / 4)
    }

    /// Whether the film was cut between the frames: most of this one is nowhere
    /// in the other, or what it seems to come from says otherwise.
    func isCut(_ back: MotionField) -> Bool {
        let tally = transfer_count(
            vectors,
            back.vectors,
            Int32(columns),
            Int32(rows),
            MotionField.badError,
            MotionField.poorError
        )
        let count = Int32(columns * rows)
        return tally.bad * 2 > count || (tally.astray * 5 > count * 3 && tally.poor * 2 > count)
    }

    /// Mean differences of 14 and of 4 levels, in 16ths.
    private static let badError: Int32 = 14 * 16
    private static let poorError: Int32 = 4 * 16
}
