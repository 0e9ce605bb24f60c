/// One row of a result, read by column name.
package struct SQLRow: Hashable, Sendable {
    /// The names of a result's columns, shared by all its rows.
    package struct Columns: Hashable, Sendable {
        let places: [String: Int]

        /// The names stand in the result's order; of two alike the first counts.
        package init(_ names: [String]) {
            places = Dictionary(
                names.enumerated().map { ($1, $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    private let columns: Columns
    private let values: [SQLValue]

    /// There is one value for each column, in the order of their names.
    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// Returns what a column holds.
    ///
    /// - Throws: ``DatabaseError`` if the result has no such column.
    package func value(_ column: String) throws(DatabaseError) -> SQLValue {
        guard let place = columns.places[column], values.indices.contains(place) else {
            throw DatabaseError(
                kind: .other,
                message: "The database gave no column “\(column)”; this is a fault of the program."
            )
        }
        return values[place]
    }

    package func integer(_ column: String) throws(DatabaseError) -> Int {
        guard let integer = try optionalInteger(column) else { throw mismatch(column, "a number") }
        return integer
    }

    /// Returns a number; whole numbers count as real ones.
    package func real(_ column: String) throws(DatabaseError) -> Double {
        guard let real = try optionalReal(column) else { throw mismatch(column, "a number") }
        return real
    }

    package func text(_ column: String) throws(DatabaseError) -> String {
        guard let text = try optionalText(column) else { throw mismatch(column, "a text") }
        return text
    }

    package func blob(_ column: String) throws(DatabaseError) -> [UInt8] {
        guard case .blob(let bytes) = try value(column) else { throw mismatch(column, "bytes") }
        return bytes
    }

    /// Returns whether a column holds anything but 0.
    package func flag(_ column: String) throws(DatabaseError) -> Bool {
        try integer(column) != 0
    }

    package func optionalInteger(_ column: String) throws(DatabaseError) -> Int? {
        switch try value(column) {
        case .null: nil
        case .integer(let integer): integer
        default: throw mismatch(column, "a whole number")
        }
    }

    package func optionalReal(_ column: String) throws(DatabaseError) -> Double? {
        switch try value(column) {
        case .null: nil
        case .integer(let integer): Double(integer)
        case .real(let real): real
        default: throw mismatch(column, "a number")
        }
    }

    package func optionalText(_ column: String) throws(DatabaseError) -> String? {
        switch try value(column) {
        case .null: nil
        case .text(let text): text
        default: throw mismatch(column, "a text")
        }
    }

    private func mismatch(_ column: String, _ expected: String) -> DatabaseError {
        DatabaseError(
            kind: .corrupt,
            message: "The database is damaged: “\(column)” does not hold \(expected); "
                + "restore it from a backup."
        )
    }
}
