import ArgumentParser
import Foundation
import Jobs

extension JobsCommand {
    struct Watch: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "watch",
            abstract: "Follow the queue until everything is done.",
            discussion: """
                At a terminal the list is drawn anew with every change; otherwise, and with \
                --json, one line tells of each change. It exits with 1 when something failed \
                while it watched.
                """
        )

        @Flag(help: "Print one JSON object a line, for each job that changed.")
        var json = false

        @Flag(help: "Go on when everything is done, until it is interrupted.")
        var forever = false

        func run() throws {
            let desk = try JobDesk()
            let interrupt = Interrupt()
            let keeper = WorkerKeeper(process: WorkerProcess(wiring: desk.wiring))
            let isDrawn = !json && isatty(STDOUT_FILENO) == 1
            var known: [Job.ID: Job] = [:]
            var isFirst = true
            while !interrupt.wasRaised {
                let counter = try desk.queue.changeCounter()
                let jobs = try desk.queue.list(settled: 10)
                let changed = jobs.filter { known[$0.id] != $0 && !(isFirst && $0.state.isSettled) }
                if isDrawn, isFirst || !changed.isEmpty { try draw(jobs, desk) }
                if !isDrawn { try tell(changed, desk) }
                for job in jobs { known[job.id] = job }
                isFirst = false
                if !forever, jobs.allSatisfy(\.state.isSettled) { break }
                if try desk.queue.hasWork(within: 60_000) { try keeper.ensureRunning() }
                try desk.queue.waitForChange(since: counter, milliseconds: 250)
            }
            let failed = known.values.contains { $0.state == .failed || $0.state == .uncertain }
            if failed { throw ExitCode.failure }
        }

        /// Draws from the top left, and clears what is left of what was there.
        private func draw(_ jobs: [Job], _ desk: JobDesk) throws {
            let lines = [JobRow.head] + (try desk.rows(of: jobs).map(\.line))
            let text = lines.map { "\($0)\u{1B}[K\n" }.joined()
            FileHandle.standardOutput.write(Data("\u{1B}[H\(text)\u{1B}[J".utf8))
        }

        private func tell(_ jobs: [Job], _ desk: JobDesk) throws {
            for row in try desk.rows(of: jobs) {
                if json {
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                    print(String(decoding: try encoder.encode(row), as: UTF8.self))
                } else {
                    print(row.line)
                }
            }
            fflush(nil)
        }
    }
}
