import CPictureKernels

/// Bytes for the terminal as the kernels write them; owns their memory, which
/// is kept from frame to frame.
final class PictureBuffer {
    private var buffer = cpicture_buffer()

    deinit { cpicture_buffer_free(&buffer) }

    var isEmpty: Bool { buffer.count == 0 }

    var count: Int { buffer.count }

    /// Whether memory ran out since the bytes were last taken.
    var hasFailed: Bool { buffer.failed != 0 }

    func append(_ text: String) {
        var text = text
        text.withUTF8 { cpicture_append(&buffer, $0.baseAddress, $0.count) }
    }

    func append(_ bytes: [UInt8]) { cpicture_append(&buffer, bytes, bytes.count) }

    /// Lets a kernel add to the bytes.
    func extend<Result>(_ body: (UnsafeMutablePointer<cpicture_buffer>) -> Result) -> Result {
        body(&buffer)
    }

    /// Moves the cursor to a cell.
    func move(row: Int, column: Int) { append("\u{1B}[\(row + 1);\(column + 1)H") }

    /// Writes blanks of the terminal's own colours, which also wipe pixels.
    func blank(row: Int, columns: Range<Int>) {
        guard !columns.isEmpty else { return }
        move(row: row, column: columns.lowerBound)
        append("\u{1B}[0m" + String(repeating: " ", count: columns.count))
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: buffer.bytes, count: buffer.count))
    }

    /// Returns the bytes and is empty again.
    ///
    /// When memory ran out on the way there is nothing: half a sequence would
    /// leave the terminal waiting for its end.
    func take() -> [UInt8] {
        defer {
            buffer.count = 0
            buffer.failed = 0
        }
        return buffer.failed == 0 ? withBytes { Array($0) } : []
    }
}
