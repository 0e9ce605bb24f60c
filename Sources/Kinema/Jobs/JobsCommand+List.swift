import ArgumentParser
import Foundation
import Jobs
import Terminal

extension JobsCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List what runs and waits, in its order, and what ended last."
        )

        @Option(help: "How many of those that ended.")
        var ended: Int = 20

        @Option(help: "Only those in this state.")
        var state: String?

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let desk = try JobDesk()
            let jobs = try desk.queue.list(settled: ended).filter(try filter())
            let rows = try desk.rows(of: jobs)
            let limits = try desk.queue.limits().map(LimitRow.init)
            if json { return try JSONOutput.print(Listing(jobs: rows, limits: limits)) }
            for limit in limits where limit.isPaused {
                print("\(limit.words) is paused; “kinema jobs resume” lets it go on.")
            }
            if rows.isEmpty { return print("Nothing is queued.") }
            print(JobRow.head)
            for row in rows { print(row.line) }
        }

        private func filter() throws -> (Job) -> Bool {
            guard let state else { return { _ in true } }
            guard let wanted = JobState(rawValue: state) else {
                throw Complaint(
                    "There is no state “\(state)”; choose one of "
                        + JobState.allCases.map(\.rawValue).joined(separator: ", ") + ".",
                    code: .usage
                )
            }
            return { $0.state == wanted }
        }
    }

    private struct Listing: Encodable {
        let jobs: [JobRow]
        let limits: [LimitRow]
    }

    struct LimitRow: Encodable {
        let name: String
        let isPaused: Bool
        let concurrency: Int?
        let rate: Double?
        let burst: Double

        init(_ limit: JobLimit) {
            name = limit.name
            isPaused = limit.isPaused
            concurrency = limit.concurrency
            rate = limit.rate
            burst = limit.burst
        }

        var words: String {
            name == JobLimit.everything
                ? "Everything"
                : "The \(name.replacing(":", with: " ", maxReplacements: 1).printable)"
        }
    }
}
