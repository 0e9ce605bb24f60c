package import Logging
import Synchronization

/// Everything that was logged, for those who look for what must not be there.
package final class FixtureLog: Sendable {
    private let lines = Mutex<[String]>([])

    package init() {}

    package var text: String { lines.withLock { $0.joined(separator: "\n") } }

    fileprivate func add(_ line: String) { lines.withLock { $0.append(line) } }

    package var logger: Logger {
        Logger(label: "test") { _ in Handler(log: self) }
    }

    private struct Handler: LogHandler {
        let log: FixtureLog
        var logLevel = Logger.Level.trace
        var metadata = Logger.Metadata()

        init(log: FixtureLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.add("\(event.message) \(metadata) \(event.metadata ?? [:])")
        }
    }
}
