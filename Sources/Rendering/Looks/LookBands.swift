import Dispatch

/// Rows of a picture in bands, on all cores.
enum LookBands {
    /// Calls `body` with the first row of each band and the row after its
    /// last; bands have an even number of rows.
    static func run(_ rows: Int, _ rowsPerBand: Int, _ body: @Sendable (Int32, Int32) -> Void) {
        let count = (rows + rowsPerBand - 1) / rowsPerBand
        guard count > 1 else { return body(0, Int32(rows)) }
        DispatchQueue.concurrentPerform(iterations: count) { band in
            body(Int32(band * rowsPerBand), Int32(min(rows, (band + 1) * rowsPerBand)))
        }
    }
}
