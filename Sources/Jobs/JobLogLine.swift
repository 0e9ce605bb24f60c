/// One line that a worker wrote about a job.
package struct JobLogLine: Hashable, Sendable {
    /// Milliseconds since 1970.
    package let at: Int
    package let attempt: Int
    package let text: String
}
