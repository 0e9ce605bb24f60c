import Foundation
import Glibc

/// A file to be written, checked before any work is put into it.
struct OutputFile {
    let path: String

    /// - Parameters:
    ///   - path: As it was given.
    ///   - isStill: Whether it is to be a picture, and not a film.
    /// - Throws: A complaint when nothing can be written there.
    init(_ path: String, asStill isStill: Bool = false) throws {
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
        if files.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
            throw Complaint("\(path) is a folder; add a file name such as film.mp4.")
        }
        let ending = url.pathExtension.lowercased()
        if isStill {
            guard ["png", "jpg", "jpeg"].contains(ending) else {
                throw Complaint(
                    "\(path) does not end in .png or .jpg, the pictures that are written; rename it.",
                    code: .usage
                )
            }
            self.path = path
            return
        }
        guard ending == "mp4" else {
            throw Complaint(
                "\(path) does not end in .mp4, the one kind of film that is written; rename it.",
                code: .usage
            )
        }
        self.path = path
    }
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
