import Foundation
import Glibc
import Media

/// A file to be written, checked before any work is put into it.
struct OutputFile {
    let path: String

    /// What is to be written.
    enum Kind {
        /// A film of a kind that its name tells.
        case film
        /// A take as it is.
        case mp4
        case still
        /// Anything at all.
        case any

        fileprivate var endings: [String]? {
            switch self {
            case .film: FilmContainer.all.flatMap(\.endings)
            case .mp4: ["mp4"]
            case .still: ["png", "jpg", "jpeg"]
            case .any: nil
            }
        }

        fileprivate func refusal(of path: String) -> String {
            switch self {
            case .film:
                "\(path) does not end as films do; let it end in "
                    + FilmContainer.all.compactMap { $0.endings.first.map { ".\($0)" } }
                    .formatted(.list(type: .or, width: .narrow).locale(Locale(identifier: "en")))
                    + "."
            case .mp4:
                "\(path) does not end in .mp4, the kind of film that a take is; rename it, "
                    + "and turn it into another with “kinema export”."
            case .still, .any:
                "\(path) does not end in .png or .jpg, the pictures that are written; rename it."
            }
        }
    }

    /// - Parameters:
    ///   - path: As it was given.
    ///   - kind: What it is to be.
    ///   - replaces: Whether a file that is there may be replaced.
    /// - Throws: A complaint when nothing can be written there.
    init(_ path: String, as kind: Kind = .film, replaces: Bool) throws {
        let url = URL(filePath: path)
        let directory = url.deletingLastPathComponent().path
        var isDirectory: ObjCBool = false
        let files = FileManager.default
        guard files.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue
        else {
            throw Complaint("The folder \(directory) does not exist; make it or choose another.")
        }
        guard files.isWritableFile(atPath: directory) else {
            throw Complaint("Nothing can be written in \(directory); choose another folder for -o.")
        }
        let exists = files.fileExists(atPath: path, isDirectory: &isDirectory)
        if exists, isDirectory.boolValue {
            throw Complaint("\(path) is a folder; add a file name such as film.mp4.")
        }
        if let endings = kind.endings, !endings.contains(url.pathExtension.lowercased()) {
            throw Complaint(kind.refusal(of: path), code: .usage)
        }
        guard !exists || replaces else {
            throw Complaint(
                "\(path) is there already; add -y to replace it, or choose another name."
            )
        }
        self.path = path
    }

    /// The container that its name asks for.
    var container: FilmContainer { .ofFile(path) ?? .mp4 }
}

extension OutputFile {
    /// Writes the file as a copy of another: beside it first, flushed, then renamed.
    func write(copying source: String) throws {
        let partial = path + ".partial"
        let files = FileManager.default
        do {
            if files.fileExists(atPath: partial) { try files.removeItem(atPath: partial) }
            try files.copyItem(atPath: source, toPath: partial)
            let handle = try FileHandle(forUpdating: URL(filePath: partial))
            try handle.synchronize()
            try handle.close()
            guard rename(partial, path) == 0 else { throw Complaint(failure(errno)) }
        } catch let complaint as Complaint {
            remove(partial)
            throw complaint
        } catch {
            remove(partial)
            throw Complaint(failure(errno))
        }
    }

    private func failure(_ code: Int32) -> String {
        let reason = code == 0 ? "the copy failed" : String(cString: strerror(code))
        return "\(path) could not be written: \(reason); make room or choose another place for -o."
    }
}
