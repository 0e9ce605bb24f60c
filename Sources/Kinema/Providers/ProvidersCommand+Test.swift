import ArgumentParser
import Foundation
import Generation
import Pipeline
import Providers
import Terminal

extension ProvidersCommand {
    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract:
                "Greet a service, or each that is set up: is it there, and does the key hold?",
            discussion: "Costs nothing. Ends with 1 when a service does not answer as it should."
        )

        @Argument(help: "The service, such as runway.")
        var name: String?

        func run() throws {
            let desk = try Wiring().providers()
            let ids =
                try name.map { [try known($0, desk)] }
                ?? (ProviderTable.rows.filter(desk.isReady).map(\.id)
                    + desk.guests.filter { $0.obstacle == nil }.map(\.id))
            guard !ids.isEmpty else {
                throw Complaint("No service is set up; see “kinema providers list”.")
            }
            var failures = 0
            for id in ids {
                do throws(ProviderError) {
                    let provider = try desk.provider(id)
                    let words = try RemoteCall.run(isStopped: { false }) {
                        () throws(ProviderError) in try await provider.greet()
                    }
                    print("✓ \(id)  \(words.harmless(limit: 200))".printable)
                } catch {
                    failures += 1
                    print("✗ \(id)  \(error.message)".printable)
                }
            }
            if failures > 0 { throw ExitCode.failure }
        }

        private func known(_ name: String, _ desk: ProviderDesk) throws -> String {
            let all = ProviderTable.rows.map(\.id) + desk.guests.map(\.id)
            guard all.contains(name) else {
                let names = all.joined(separator: ", ")
                throw Complaint("There is no service “\(name)”; there are \(names).", code: .usage)
            }
            return name
        }
    }
}
