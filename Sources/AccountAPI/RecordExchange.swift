package import Editorial

/// What a machine sends and gets when it meets the service.
package enum RecordExchange {
    /// The most records in one message, either way.
    package static let batchLimit = 500
    /// The most bytes of one field's value.
    package static let valueLimit = 256 * 1024
    /// The most fields of one record.
    package static let fieldLimit = 64
    /// How far a stamp may be ahead of the service's clock, in milliseconds.
    package static let allowedLead = 24 * 3600 * 1000
    /// The records that whoever may comment may make, and change where they made them.
    package static let commentKind = "comment"

    package struct Push: Hashable, Sendable, Codable {
        package var records: [SharedRecord]

        package init(records: [SharedRecord]) { self.records = records }
    }

    package struct Pushed: Hashable, Sendable, Codable {
        /// The newest change of the space.
        package var sequence: Int

        package init(sequence: Int) { self.sequence = sequence }
    }

    package struct Pulled: Hashable, Sendable, Codable {
        package var records: [SharedRecord]
        /// What to ask after next.
        package var sequence: Int
        /// Whether there is more after it already.
        package var hasMore: Bool
        /// Up to where records that were taken away are left out; told to whoever asked for that.
        package var settled: Int?
        /// The latest writing of what was left out; whatever is written later comes after it.
        package var latest: HybridStamp?

        package init(
            records: [SharedRecord],
            sequence: Int,
            hasMore: Bool,
            settled: Int? = nil,
            latest: HybridStamp? = nil
        ) {
            self.records = records
            self.sequence = sequence
            self.hasMore = hasMore
            self.settled = settled
            self.latest = latest
        }
    }
}
