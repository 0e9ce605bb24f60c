import Database
import DatabaseFixtures
import Foundation
import Jobs

extension JobBench {
    /// Lets pgbench send the statements that a claim and a completion send, and prints its rate.
    func peer() throws {
        try enqueue(1)
        let log = StatementLog(fixture.database)
        _ = try fixture.database.write {
            try $0.execute(
                "UPDATE job SET sequence = \(StatementLog.sequence), lease_token = \(StatementLog.token - 1)"
            )
        }
        let logged = JobQueue(database: log)
        guard let leased = try logged.claim(queues: nil, owner: .current()) else { exit(3) }
        try logged.complete(leased.lease)
        try enqueue(Int(seconds * 8000))
        let script = NSTemporaryDirectory() + "statements.sql"
        try log.script.write(toFile: script, atomically: true, encoding: .utf8)

        let process = Process()
        let environment = ProcessInfo.processInfo.environment
        let place = environment["KINEMA_POSTGRES_BIN"] ?? "/usr/bin"
        process.executableURL = URL(filePath: place).appending(path: "pgbench")
        process.arguments = [
            "-n", "-M", "prepared", "-c", "\(workers)", "-j", "\(workers)",
            "-T", "\(Int(seconds))", "-f", script, fixture.address,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        let tps = text.split(separator: "\n").first { $0.hasPrefix("tps = ") }
        let rate = tps.flatMap { Double($0.dropFirst(6).prefix { $0 != " " }) }
        print("rate\t\(Int(rate ?? 0))")
    }
}
