import Editorial
import Foundation
import Media

/// What was said of a film, in a file beside it: anyone with the film can read
/// it, and no account is needed.
struct ReviewFile {
    /// The most that a file may hold.
    private static let limit = 16 << 20

    let path: String

    /// The file that lies beside a film.
    init(beside film: String) { path = film + ".review.json" }

    /// Reads it; a film that nobody has spoken of has an empty one.
    ///
    /// - Throws: A complaint when the file is damaged; it is left as it is.
    func read() throws -> Review {
        guard FileManager.default.fileExists(atPath: path) else { return Review() }
        let handle: FileHandle
        let data: Data
        do {
            handle = try FileHandle(forReadingFrom: URL(filePath: path))
            data = try handle.read(upToCount: Self.limit + 1) ?? Data()
        } catch {
            throw Complaint("\(path) cannot be read; check its permissions.")
        }
        guard data.count <= Self.limit,
            let review = try? JSONDecoder().decode(Review.self, from: data),
            review.comments.count <= Review.commentLimit,
            review.comments.allSatisfy(\.isSound)
        else {
            throw Complaint(
                "\(path) is damaged, so the comments in it cannot be read; "
                    + "restore it from a backup, or move it away to begin anew."
            )
        }
        return Review(comments: review.comments, verdict: review.verdict)
    }

    /// Writes it whole, or leaves what was there.
    func write(_ review: Review) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try WholeFile.write(String(decoding: encoder.encode(review), as: UTF8.self), to: path)
        } catch {
            throw Complaint("\(path) could not be written; make room, or check the folder.")
        }
    }
}
