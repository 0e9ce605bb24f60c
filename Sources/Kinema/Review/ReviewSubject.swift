import Editorial
import Foundation
import Media
import Workspace

/// A film to be reviewed: any file, or a take of the workspace.
struct ReviewSubject {
    /// What people call it.
    let name: String
    let film: String
    /// Others to hold it against.
    let versions: [Version]
    let keeping: ReviewKeeping
    let rate: FrameRate
    let frameCount: Int

    struct Version {
        /// What people call it.
        let name: String
        let path: String
    }

    /// Opens a film, or a take, beside which the others of its shot are versions.
    ///
    /// `others` are films to hold it against besides.
    init(_ word: String, others: [String] = [], wiring: Wiring) throws {
        var versions: [Version] = []
        if !FileManager.default.fileExists(atPath: word), let id = Take.ID(word) {
            let workspace = try wiring.openWorkspace()
            let ledger = WorkspaceLedger(
                workspace: workspace,
                fetch: wiring.fetching(into: workspace)
            )
            guard let take = try workspace.take(id), let asset = take.film,
                let path = try ledger.path(of: asset)
            else {
                throw Complaint("The take \(word) is not in the workspace, or has no film yet.")
            }
            let folder = wiring.places.workspace.appending(path: "reviews")
            versions = try Self.siblings(of: take, in: workspace)
            name = "take \(take.number)"
            film = path
            keeping = try .take(
                id,
                in: workspace,
                replacing: ReviewFile(beside: folder.appending(path: id.description).path)
            )
        } else {
            name = URL(filePath: word).lastPathComponent
            film = word
            keeping = .file(ReviewFile(beside: word))
        }
        for other in others {
            guard try MediaInfo(probing: other).frameCount != nil else {
                throw Complaint("\(other) is a picture; a version is a film.")
            }
            versions.append(Version(name: URL(filePath: other).lastPathComponent, path: other))
        }
        self.versions = versions
        let info = try MediaInfo(probing: film)
        guard let rate = info.frameRate, let count = info.frameCount else {
            throw Complaint("\(word) is a picture; a review is of a film.")
        }
        self.rate = rate
        frameCount = count
    }

    /// The shot's other takes that have a film, newest first.
    private static func siblings(
        of take: Take,
        in workspace: LocalWorkspace
    ) throws -> [Version] {
        guard let project = try workspace.project(ofTake: take.id) else { return [] }
        return try workspace.takes(of: project)
            .filter { $0.shot == take.shot && $0.id != take.id }
            .sorted { $0.number > $1.number }
            .compactMap { other in
                guard let film = other.film, let path = try workspace.assets.path(of: film) else {
                    return nil
                }
                return Version(name: "take \(other.number)", path: path)
            }
    }

    /// Reads a frame's number, seconds such as `1.5s`, or a timecode.
    func frame(_ text: String) throws -> Int {
        let base = max(1, Int(rate.framesPerSecond.rounded()))
        let parts = text.split(separator: ":").map { Int($0) }
        var frame: Int?
        if text.hasSuffix("s"), let seconds = Double(text.dropLast()), seconds.isFinite {
            frame = rate.frame(at: RationalTime(seconds: min(max(0, seconds), 1_000_000))).value
        } else if parts.count == 4, let h = parts[0], let m = parts[1], let s = parts[2],
            let f = parts[3], [h, m, s, f].allSatisfy({ (0...999).contains($0) })
        {
            frame = ((h * 60 + m) * 60 + s) * base + f
        } else {
            frame = Int(text)
        }
        guard let frame, (0..<frameCount).contains(frame) else {
            throw Complaint(
                "“\(text)” is no frame of \(name), which has \(frameCount); write one such as 48, "
                    + "1.5s or 00:00:01:12.",
                code: .usage
            )
        }
        return frame
    }
}
