import Database
import Foundation

extension WorkspaceError {
    /// Makes a sentence of whatever a database call threw.
    ///
    /// `directory` is the workspace, for the message.
    init(_ error: any Error, in directory: String) {
        if let error = error as? WorkspaceError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init(error, in: directory)
        } else {
            self.init(kind: .other, message: "The workspace \(directory) failed: \(error)")
        }
    }

    private init(_ error: DatabaseError, in directory: String) {
        switch error.kind {
        case .newer:
            self.init(
                kind: .newer,
                message: "A newer version of Kinema wrote the workspace \(directory); "
                    + "update Kinema to open it."
            )
        case .corrupt: self.init(kind: .damaged, message: error.message)
        case .full: self.init(kind: .diskFull, message: error.message)
        case .busy, .unreachable: self.init(kind: .busy, message: error.message)
        case .readOnly: self.init(kind: .notWritable, message: error.message)
        case .missing: self.init(kind: .missing, message: error.message)
        case .constraint, .other: self.init(kind: .other, message: error.message)
        }
    }

    /// The only place where a code of the system becomes an error.
    ///
    /// `task` is what could not be done, such as “write”.
    init(code: CInt, task: String, path: String) {
        let subject = "Kinema could not \(task) \(path)"
        switch code {
        case ENOSPC, EDQUOT:
            self.init(
                kind: .diskFull,
                message: "\(subject) because the disk is full; free some space and try again."
            )
        case EACCES, EPERM, EROFS, ENOTDIR, EISDIR:
            self.init(
                kind: .notWritable,
                message: "\(subject) (\(String(cString: strerror(code)))); "
                    + "check its permissions or choose another directory."
            )
        case ENOENT:
            self.init(
                kind: .missing,
                message: "\(subject) because it is not there; check the path."
            )
        default:
            self.init(
                kind: .other,
                message: "\(subject): \(String(cString: strerror(code)))."
            )
        }
    }

    static func damaged(_ thing: String) -> WorkspaceError {
        WorkspaceError(
            kind: .damaged,
            message: "The workspace is damaged: \(thing) cannot be read; restore it from a backup."
        )
    }
}
