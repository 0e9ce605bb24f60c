import CPostgres
import Database

extension DatabaseError {
    /// The only place where a result of the server's becomes an error.
    init(_ result: OpaquePointer?, of connection: OpaquePointer) {
        guard PQstatus(connection) == CONNECTION_OK else {
            self.init(unreachable: connection)
            return
        }
        let state = cpostgres_state(result).map { String(cString: $0) } ?? ""
        let detail = result.map { Self.line(PQresultErrorMessage($0)) } ?? "no answer"
        let kind = Kind(sqlState: state)
        self.init(kind: kind, message: kind.sentence(detail))
    }

    init(unreachable connection: OpaquePointer) {
        self.init(
            kind: .unreachable,
            message: Kind.unreachable.sentence(Self.line(PQerrorMessage(connection)))
        )
    }

    private static func line(_ text: UnsafePointer<CChar>?) -> String {
        let words = text.map { String(cString: $0) } ?? ""
        return words.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension DatabaseError.Kind {
    /// By the classes and codes of PostgreSQL’s documentation, appendix A.
    fileprivate init(sqlState state: String) {
        switch (state.prefix(2), state) {
        case (_, "40001"), (_, "40P01"), (_, "55P03"), ("57", "57014"): self = .busy
        case (_, "25006"), ("42", "42501"): self = .readOnly
        case (_, "53100"), (_, "54000"): self = .full
        case ("53", _), ("57", _), ("08", _): self = .unreachable
        case ("23", _): self = .constraint
        case ("XX", _): self = .corrupt
        case (_, "3D000"), (_, "3F000"): self = .missing
        default: self = .other
        }
    }

    fileprivate func sentence(_ detail: String) -> String {
        switch self {
        case .busy: "Another program holds the database; try again in a moment."
        case .full:
            "The disk of the database is full (\(detail)); free some space and try again."
        case .corrupt: "The database is damaged (\(detail)); restore it from a backup."
        case .constraint: "The database refused an entry that contradicts another (\(detail))."
        case .readOnly: "The database may not be written (\(detail)); check the permissions."
        case .missing: "The database was not found (\(detail)); check its name."
        case .newer: "The database was written by a newer version; update this program."
        case .unreachable:
            "The database does not answer (\(detail)); check that its server runs, and try again."
        case .other: "The database failed: \(detail)."
        }
    }
}
