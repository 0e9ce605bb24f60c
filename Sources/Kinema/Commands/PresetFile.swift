import Foundation
import Media

/// A preset's file to be written, checked before any work is put into it.
struct PresetFile {
    let path: String

    /// - Throws: A complaint when nothing can be written there.
    init(_ path: String) throws {
        let url = URL(filePath: path)
        let directory = url.deletingLastPathComponent().path
        let files = FileManager.default
        var isDirectory: ObjCBool = false
        guard files.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue
        else {
            throw Complaint("The folder \(directory) does not exist; make it or choose another.")
        }
        guard url.pathExtension.lowercased() == "yaml" else {
            throw Complaint(
                "\(path) does not end in .yaml, as a preset's file does; rename it.",
                code: .usage
            )
        }
        guard files.isWritableFile(atPath: directory) else {
            throw Complaint("Nothing can be written in \(directory); choose another folder for -o.")
        }
        self.path = path
    }

    /// Writes the file, which appears only when it is whole.
    func write(_ text: String) throws {
        do {
            try WholeFile.write(text, to: path)
        } catch {
            throw Complaint("\(path) could not be written; make room or choose another place.")
        }
    }
}
