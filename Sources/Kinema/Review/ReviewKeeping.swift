import Editorial
import Foundation
import Workspace

/// Where what is said of a film is kept.
enum ReviewKeeping {
    /// In a file beside it.
    case file(ReviewFile)
    /// In the workspace, from where it goes to whoever shares it.
    case take(Take.ID, LocalWorkspace)

    func read() throws -> Review {
        switch self {
        case .file(let file): try file.read()
        case .take(let id, let workspace): try workspace.review(of: id)
        }
    }

    /// Keeps what was done to a review since it was read.
    ///
    /// - Returns: The review as it is now, with what others said meanwhile.
    func write(_ after: Review, since before: Review) throws -> Review {
        switch self {
        case .file(let file):
            try file.write(after)
            return after
        case .take(let id, let workspace):
            var random = SystemRandomNumberGenerator()
            var ids = IdentifierSource(seed: random.next(), now: Wiring.timestamp)
            return try workspace.save(after, since: before, of: id, ids: &ids)
        }
    }

    /// Takes over the file in which earlier versions kept what was said of a take.
    ///
    /// It is put aside, so that nothing is taken over twice and nothing lost.
    static func take(
        _ id: Take.ID,
        in workspace: LocalWorkspace,
        replacing file: ReviewFile
    ) throws -> ReviewKeeping {
        let keeping = ReviewKeeping.take(id, workspace)
        guard FileManager.default.fileExists(atPath: file.path) else { return keeping }
        let said = try file.read()
        let empty = Review()
        if try keeping.read() == empty { _ = try keeping.write(said, since: empty) }
        guard rename(file.path, file.path + ".taken-over") == 0 else {
            throw Complaint("\(file.path) could not be put aside; check the folder.")
        }
        return keeping
    }
}
