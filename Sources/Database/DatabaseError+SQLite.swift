import GRDB

extension DatabaseError {
    /// The only place where a code of SQLite becomes an error.
    ///
    /// `path` is the database, for the message.
    init(_ error: any Error, path: String) {
        guard let error = error as? GRDB.DatabaseError else {
            self.init(kind: .other, message: "The database \(path) failed: \(error).")
            return
        }
        let kind = Kind(error.resultCode)
        let detail = error.message ?? "code \(error.extendedResultCode.rawValue)"
        self.init(kind: kind, message: kind.sentence(path: path, detail: detail))
    }
}

extension DatabaseError.Kind {
    fileprivate init(_ code: ResultCode) {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt
        case .SQLITE_CONSTRAINT: self = .constraint
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
        case .SQLITE_CANTOPEN: self = .missing
        default: self = .other
        }
    }

    fileprivate func sentence(path: String, detail: String) -> String {
        switch self {
        case .busy:
            "Another program holds the database \(path); try again in a moment."
        case .full:
            "The disk is full, so the database \(path) could not be written; "
                + "free some space and try again."
        case .corrupt:
            "The database \(path) is damaged (\(detail)); restore it from a backup."
        case .constraint:
            "The database \(path) refused an entry that contradicts another (\(detail))."
        case .readOnly:
            "The database \(path) may not be written; check its permissions."
        case .missing:
            "The database \(path) could not be opened; "
                + "check that its directory exists and may be written."
        case .newer:
            "The database \(path) was written by a newer version; update this program."
        case .unreachable:
            "The database \(path) does not answer; try again in a moment."
        case .other:
            "The database \(path) failed: \(detail)."
        }
    }
}
