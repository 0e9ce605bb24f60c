/// What the service says over the WebSocket of a space: there is something to take over, and how
/// far what it makes for the space is.
///
/// One text frame of JSON, `{"cursor":4711}`: one when the connection stands,
/// and one soon after every change, of which several may be told as one. It
/// may be lost without harm; whoever hears nothing asks now and then.
package struct ChangePoke: Hashable, Sendable, Codable {
    /// Where a job stands.
    package struct Job: Hashable, Sendable, Codable {
        /// As ``RemoteJob/id`` spells it.
        package var id: String
        package var state: RemoteJob.State
        /// From 0 to 1.
        package var progress: Double

        package init(id: String, state: RemoteJob.State, progress: Double) {
            self.id = id
            self.state = state
            self.progress = progress
        }
    }

    /// The newest change of the space, as ``RecordExchange/Pulled/sequence`` counts them.
    package var cursor: Int
    /// The jobs that have moved since the last poke; nil where none has.
    package var jobs: [Job]?

    package init(cursor: Int, jobs: [Job]? = nil) {
        self.cursor = cursor
        self.jobs = jobs
    }
}
