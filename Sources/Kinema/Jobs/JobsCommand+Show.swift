import ArgumentParser
import Foundation
import Jobs
import Terminal

extension JobsCommand {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Tell all about one job: its attempts, what it waits for, its history."
        )

        @Argument(help: "The job.")
        var job: String

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let desk = try JobDesk()
            let sheet = try JobSheet(try desk.job(job), desk: desk)
            if json { return try JSONOutput.print(sheet) }
            for line in sheet.lines { print(line) }
        }
    }

    struct Logs: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "logs",
            abstract: "Print what workers wrote about a job; without one, about themselves."
        )

        @Argument(help: "The job.")
        var job: String?

        @Flag(help: "Print a JSON array.")
        var json = false

        func run() throws {
            let desk = try JobDesk()
            guard let job else { return try printWorkerLog(of: desk) }
            let lines = try desk.queue.log(of: try desk.job(job).id).map(LogRow.init)
            if json { return try JSONOutput.print(lines) }
            for line in lines { print("\(line.at)  \(line.attempt)  \(line.text.printable)") }
        }

        /// The last part of the file that every worker of this workspace writes to.
        private func printWorkerLog(of desk: JobDesk) throws {
            let file = desk.wiring.places.state.appending(path: "worker.log")
            guard let handle = try? FileHandle(forReadingFrom: file) else {
                return print("No worker has written anything.")
            }
            defer { try? handle.close() }
            let end = try handle.seekToEnd()
            try handle.seek(toOffset: end > 65_536 ? end - 65_536 : 0)
            let text = String(decoding: try handle.read(upToCount: 65_536) ?? Data(), as: UTF8.self)
            let lines = text.split(whereSeparator: \.isNewline).map { String($0).printable }
            if json { return try JSONOutput.print(lines) }
            for line in lines { print(line) }
        }
    }

    private struct LogRow: Encodable {
        let at: String
        let attempt: Int
        let text: String

        init(_ line: JobLogLine) {
            at = JobTime.text(line.at)
            attempt = line.attempt
            text = line.text
        }
    }
}
