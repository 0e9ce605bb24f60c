/// The lists of placeholders that `IN (…)` takes.
package enum SQLPlaceholders {
    /// The most values that one statement is given in a list.
    package static let limit = 256

    /// Returns `$3, $4, $5` for three placeholders from the third on.
    package static func list(_ count: Int, from first: Int = 1) -> String {
        (first..<first + max(0, count)).map { "$\($0)" }.joined(separator: ", ")
    }

    /// Returns the values in portions of a few fixed lengths, the last filled
    /// up by repeating a value.
    ///
    /// A list of every length would be a statement of its own to prepare and
    /// to cache.
    package static func portions(of values: [SQLValue]) -> [[SQLValue]] {
        stride(from: 0, to: values.count, by: limit).map { start in
            var portion = Array(values[start..<min(start + limit, values.count)])
            let length = [1, 4, 16, 64].first { $0 >= portion.count } ?? limit
            if let last = portion.last {
                portion += Array(repeating: last, count: length - portion.count)
            }
            return portion
        }
    }
}
