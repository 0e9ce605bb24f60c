/// Why a job did not do its work.
package struct JobFailure: Error, Hashable, Codable, Sendable, CustomStringConvertible {
    /// What happened, to which thing, and what to do now, in one sentence.
    package var message: String
    /// Whether the same work may succeed later, unchanged.
    package var isTransient: Bool
    /// The seconds for which the other side asked to be left alone.
    package var retryAfter: Double?

    package init(message: String, isTransient: Bool = false, retryAfter: Double? = nil) {
        self.message = message
        self.isTransient = isTransient
        self.retryAfter = retryAfter
    }

    package var description: String { message }
}
