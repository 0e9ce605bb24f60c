import Foundation

/// Reads a body piece by piece as it is sent.
final class BodyReader {
    private let pieces: [HTTPBody.Piece]
    private var place = 0
    private var offset = 0
    private var file: UnsafeMutablePointer<FILE>?

    init(_ body: HTTPBody) { pieces = body.pieces }

    deinit { closeFile() }

    /// Returns how many bytes were put into the buffer; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
        while place < pieces.count {
            let piece = pieces[place]
            let count = min(buffer.count, piece.count - offset)
            guard count > 0 else {
                advance()
                continue
            }
            switch piece {
            case .bytes(let data):
                let start = data.startIndex + offset
                data.copyBytes(to: buffer, from: start..<start + count)
                offset += count
                return count
            case .file(let path, let start, _):
                if file == nil {
                    file = fopen(path, "r")
                    if start + offset > 0, let file { fseeko(file, start + offset, SEEK_SET) }
                }
                let read = file.map { fread(buffer.baseAddress, 1, count, $0) } ?? 0
                guard read > 0 else {
                    throw HTTPError(.file, "A file changed while it was sent; try again.")
                }
                offset += read
                return read
            }
        }
        return 0
    }

    /// Goes to a place, for a request that has to be sent anew.
    func seek(to target: Int) -> Bool {
        closeFile()
        place = 0
        offset = target
        while place < pieces.count, offset >= pieces[place].count {
            offset -= pieces[place].count
            place += 1
        }
        return place < pieces.count || offset == 0
    }

    private func advance() {
        closeFile()
        place += 1
        offset = 0
    }

    private func closeFile() {
        if let file { fclose(file) }
        file = nil
    }
}
