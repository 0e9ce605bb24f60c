/// The bodies of what is asked about jobs of the service.
package enum RemoteJobBodies {
    /// The most jobs in one answer.
    package static let pageLimit = 200
    /// The most characters of a key.
    package static let keyLimit = 64

    package struct Make: Hashable, Sendable, Codable {
        /// Names the asking: the same for the same asking, however often it is
        /// repeated; of ASCII letters, digits, `-` and `_`.
        package var key: String
        package var request: RemoteRequest

        package init(key: String, request: RemoteRequest) {
            self.key = key
            self.request = request
        }
    }

    /// What can be asked for in a space.
    package struct Offer: Hashable, Sendable, Codable {
        package var models: [RemoteModel]
        /// What the space spent this month, or has set aside, in millionths of a US dollar.
        package var spent: Int
        /// The most that a space may spend a month, in the same; nil for no limit.
        package var limit: Int?

        package init(models: [RemoteModel], spent: Int, limit: Int? = nil) {
            self.models = models
            self.spent = spent
            self.limit = limit
        }
    }

    package struct List: Hashable, Sendable, Codable {
        /// The newest first.
        package var jobs: [RemoteJob]
        /// Whether there are older ones.
        package var hasMore: Bool

        package init(jobs: [RemoteJob], hasMore: Bool) {
            self.jobs = jobs
            self.hasMore = hasMore
        }
    }

    package struct History: Hashable, Sendable, Codable {
        /// The oldest first.
        package var events: [RemoteJobEvent]

        package init(events: [RemoteJobEvent]) { self.events = events }
    }
}
