import Dispatch

/// How the rows of a frame are shared out.
struct RowBands {
    /// An even number.
    var height: Int
    /// Whether the processor's wide instructions are left alone.
    var isPortable: Bool

    /// Bands of as many rows as the kernels work on at once.
    static let standard = RowBands(height: 16, isPortable: false)

    /// Carries out `body` for every band of a frame, on all cores.
    func forEach(of rows: Int, _ body: @Sendable (_ first: Int32, _ end: Int32) -> Void) {
        DispatchQueue.concurrentPerform(iterations: (rows + height - 1) / height) { band in
            let first = band * height
            body(Int32(first), Int32(min(first + height, rows)))
        }
    }
}
