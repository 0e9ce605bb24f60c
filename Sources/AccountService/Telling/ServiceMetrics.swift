import Foundation
import Synchronization

/// Counts what the service does, and tells it as Prometheus reads it (text format 0.0.4).
///
/// The names under which it counts are those of routes, never what somebody
/// sent, so there are only so many of them.
final class ServiceMetrics: Sendable {
    private struct Answer: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Spread {
        var counts = [Int](repeating: 0, count: ServiceMetrics.bounds.count)
        var count = 0
        var seconds = 0.0
    }

    private struct State {
        var answers: [Answer: Int] = [:]
        var spreads: [String: Spread] = [:]
        var inFlight = 0
    }

    /// The upper ends of the spread of times, in seconds.
    private static let bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10]

    private let state = Mutex(State())
    private let startedAt = Date().timeIntervalSince1970

    func began() { state.withLock { $0.inFlight += 1 } }

    func ended() { state.withLock { $0.inFlight -= 1 } }

    func answered(method: String, route: String, status: Int, seconds: Double) {
        state.withLock { state in
            state.answers[Answer(method: method, route: route, status: status), default: 0] += 1
            var spread = state.spreads[route] ?? Spread()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
                spread.counts[index] += 1
            }
            spread.count += 1
            spread.seconds += seconds
            state.spreads[route] = spread
        }
    }

    /// `gauges` are told beside what is counted here: a name, its help, its value.
    func text(_ gauges: [(name: String, help: String, value: Double)]) -> String {
        let state = state.withLock { $0 }
        var lines = Self.head("kinema_requests_total", "counter", "Requests answered.")
        for (answer, count) in state.answers.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            lines.append(
                "kinema_requests_total{method=\"\(answer.method)\",route=\"\(answer.route)\","
                    + "status=\"\(answer.status)\"} \(count)"
            )
        }
        lines += Self.head("kinema_request_seconds", "histogram", "Time to the answer.")
        for (route, spread) in state.spreads.sorted(by: { $0.key < $1.key }) {
            for (bound, count) in zip(Self.bounds.map { "\($0)" }, spread.counts) {
                lines.append(Self.bucket(route, bound, count))
            }
            lines.append(Self.bucket(route, "+Inf", spread.count))
            lines.append("kinema_request_seconds_sum{route=\"\(route)\"} \(spread.seconds)")
            lines.append("kinema_request_seconds_count{route=\"\(route)\"} \(spread.count)")
        }
        let usage = Self.usage()
        let all =
            gauges + [
                ("kinema_requests_in_flight", "Requests under way.", Double(state.inFlight)),
                ("process_start_time_seconds", "When the process began.", startedAt),
                ("process_resident_memory_bytes", "Memory that is held.", usage.bytes),
            ]
        for gauge in all {
            lines += Self.head(gauge.name, "gauge", gauge.help) + ["\(gauge.name) \(gauge.value)"]
        }
        lines += Self.head("process_cpu_seconds_total", "counter", "Processor time used.")
        lines.append("process_cpu_seconds_total \(usage.seconds)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func head(_ name: String, _ type: String, _ help: String) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
    }

    private static func bucket(_ route: String, _ bound: String, _ count: Int) -> String {
        "kinema_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)"
    }

    private static func usage() -> (bytes: Double, seconds: Double) {
        var usage = rusage()
        getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
        let seconds = [usage.ru_utime, usage.ru_stime].reduce(0.0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
        }
        // The second number is the pages in memory (proc(5)); none where there is no such file.
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
            .split(separator: " ").dropFirst().first.flatMap { Double($0) }
        return ((pages ?? 0) * Double(sysconf(CInt(_SC_PAGESIZE))), seconds)
    }
}
