import Foundation
import Glibc

/// A download on its way into a file: what has come stays there, so that the
/// next attempt, of this process or another, goes on where this one ended.
///
/// Beside `PATH.partial` lies `PATH.partial.note` with what names the bytes;
/// without it, or when it does not fit, everything comes anew.
final class ResumableFile: HTTPSink {
    /// What names the bytes of a download.
    struct Note: Codable, Equatable {
        /// What was asked for, by a name that outlives a signed address.
        var source: String
        /// What the server calls these very bytes.
        var validator: String?
        var total: Int?
    }

    private let path: String
    private let limit: Int
    private var note: Note
    private var file: Int32 = -1
    private var count = 0
    private var head: HTTPHead?

    /// - Parameters:
    ///   - path: Where the file is to be once it is whole.
    ///   - source: What it is, by a name that stays the same between attempts.
    ///   - limit: The most bytes that are taken.
    init(_ path: String, source: String, limit: Int) {
        self.path = path
        self.limit = limit
        note = Note(source: source)
    }

    deinit { close() }

    var progress: (done: Int, total: Int?) { (count, note.total) }
    var partialPath: String { path + ".partial" }
    private var notePath: String { path + ".partial.note" }

    /// Returns the headers that ask for what is missing; none when all is.
    func resumption() -> [HTTPHeader] {
        guard let data = FileManager.default.contents(atPath: notePath), data.count < 65_536,
            // A note that does not decode is as good as none.
            let old = try? JSONDecoder().decode(Note.self, from: data),
            old.source == note.source, let validator = old.validator
        else { return [] }
        var status = stat()
        guard stat(partialPath, &status) == 0, status.st_size > 0 else { return [] }
        note = old
        count = Int(status.st_size)
        return [HTTPHeader("Range", "bytes=\(count)-"), HTTPHeader("If-Range", validator)]
    }

    func begin(_ head: HTTPHead) throws(HTTPError) {
        self.head = head
        if head.status == 206 {
            guard let range = head.contentRange, range.start == count, count > 0,
                head.validator == nil || head.validator == note.validator
            else {
                // Another part than was asked for is no file, and nothing fits it.
                discard()
                throw HTTPError(
                    .interrupted,
                    "The server sent another part of the file than was asked for; try again.",
                    mayHaveArrived: true
                )
            }
            note.total = range.total ?? note.total
            try open(O_WRONLY | O_APPEND)
        } else {
            note.validator = head.validator
            note.total = head.contentLength
            count = 0
            try open(O_WRONLY | O_CREAT | O_TRUNC)
            try writeNote()
        }
        if let total = note.total, total > limit { throw .tooLarge(limit) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(HTTPError) {
        guard count + bytes.count <= limit else { throw .tooLarge(limit) }
        var sent = 0
        while sent < bytes.count {
            let written = Glibc.write(
                file,
                bytes.baseAddress?.advanced(by: sent),
                bytes.count - sent
            )
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .unwritable(path) }
            sent += written
        }
        count += bytes.count
    }

    /// Whether every byte has come that was told of.
    var isWhole: Bool { note.total.map { $0 == count } ?? true }

    /// Moves the whole file to its place, once it is on the disk and its
    /// checksum, where the server told one, is right.
    func finish() throws(HTTPError) -> HTTPHead? {
        guard fsync(file) == 0 else { throw .unwritable(path) }
        close()
        if let sum = head?.sha256, try Digest.sha256(file: partialPath) != sum {
            discard()
            throw HTTPError(
                .damaged,
                "What was downloaded does not have the checksum that it was sent with; try again.",
                mayHaveArrived: true
            )
        }
        guard rename(partialPath, path) == 0 else { throw .unwritable(path) }
        unlink(notePath)
        return head
    }

    /// Forgets what has come.
    func discard() {
        close()
        unlink(partialPath)
        unlink(notePath)
        count = 0
        note = Note(source: note.source)
    }

    private func open(_ flags: Int32) throws(HTTPError) {
        close()
        file = Glibc.open(partialPath, flags | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unwritable(path) }
    }

    private func close() {
        if file >= 0 { Glibc.close(file) }
        file = -1
    }

    private func writeNote() throws(HTTPError) {
        // Only a number that is not finite could fail, and there is none.
        guard let data = try? JSONEncoder().encode(note),
            FileManager.default.createFile(
                atPath: notePath,
                contents: data,
                attributes: [.posixPermissions: 0o600]
            )
        else { throw .unwritable(path) }
    }
}

extension HTTPError {
    fileprivate static func unwritable(_ path: String) -> HTTPError {
        HTTPError(
            .file,
            "The download could not be written to \(path) (\(String(cString: strerror(errno)))); "
                + "make room and retry.",
            mayHaveArrived: true
        )
    }
}

extension HTTPHead {
    /// The SHA-256 of the whole file, in hexadecimal digits, where the server tells it
    /// (RFC 9530 `Repr-Digest`, or `x-amz-checksum-sha256`).
    fileprivate var sha256: String? {
        let field = self["repr-digest"] ?? (status == 200 ? self["content-digest"] : nil)
        if let field, let range = field.range(of: "sha-256=:") {
            return Digest.hexadecimal(base64: field[range.upperBound...].prefix { $0 != ":" })
        }
        guard let sum = self["x-amz-checksum-sha256"], !sum.contains("-") else { return nil }
        return Digest.hexadecimal(base64: sum[...])
    }
}
