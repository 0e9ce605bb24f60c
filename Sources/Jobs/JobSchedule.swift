/// A job that is queued again and again.
package struct JobSchedule: Hashable, Sendable {
    package var name: String
    package var queue: String
    package var kind: String
    /// JSON, of which the queue knows nothing.
    package var payload: String
    /// Milliseconds between two.
    package var every: Int

    package init(name: String, queue: String, kind: String, payload: String, every: Int) {
        self.name = name
        self.queue = queue
        self.kind = kind
        self.payload = payload
        self.every = every
    }
}
