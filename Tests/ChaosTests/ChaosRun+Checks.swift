import Database
import DatabaseFixtures
import Foundation
import Testing

@testable import Jobs

extension ChaosRun {
    /// What has to hold once everything is settled, whatever was killed.
    func check() throws {
        let found = try queue.jobs(jobs)
        #expect(found.count == jobs.count, "A job was lost.")
        #expect(found.allSatisfy { $0.state == .completed }, "A job did not come to its end.")

        let effects = try database.read { try $0.rows("SELECT job FROM effect") }
            .map { try $0.text("job") }
        #expect(effects.count == jobs.count, "A job had its effect twice or not at all.")
        #expect(Set(effects) == Set(jobs.map(\.text)))

        let book = book()
        #expect(book.count == Set(book).count, "Something was paid for twice.")
        #expect(book.count == jobs.count / 3, "Something was not paid for.")

        let assets = try FileManager.default.contentsOfDirectory(atPath: "\(directory)/assets")
        #expect(Set(assets) == Set(jobs.map(\.text)), "A file belongs to nobody, or is missing.")
        for asset in assets {
            #expect(
                try String(contentsOfFile: "\(directory)/assets/\(asset)", encoding: .utf8) == asset
            )
        }
        for job in found { try checkHistory(of: job) }
    }

    /// Every line follows from the one before, by the table of transitions.
    private func checkHistory(of job: Job) throws {
        let history = try queue.history(job.id)
        var state = try #require(history.first).state
        #expect(history.first?.transition == nil)
        for event in history.dropFirst() {
            let transition = try #require(event.transition)
            #expect(state.after(transition) == event.state, "\(state) \(transition) \(event.state)")
            state = event.state
        }
        #expect(state == job.state)
        #expect(history.count { $0.transition == .completed } == 1)
        let attempts = JobAttempt.attempts(in: history)
        #expect(attempts.count == history.count { $0.transition == .claimed })
        #expect(attempts.allSatisfy { $0.endedAt != nil })
    }
}
