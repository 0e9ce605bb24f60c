/// What a field holds, and when that was written.
package struct StampedValue: Hashable, Sendable, Codable {
    /// JSON, which only those read who know the field.
    package var value: String
    package var stamp: HybridStamp

    package init(_ value: String, _ stamp: HybridStamp) {
        self.value = value
        self.stamp = stamp
    }

    /// The later writing wins; of two under one stamp, which nobody honest
    /// makes, the greater text, so that all choose the same.
    package func isOverridden(by other: StampedValue) -> Bool {
        stamp == other.stamp
            ? value.utf8.lexicographicallyPrecedes(other.value.utf8)
            : stamp < other.stamp
    }
}
