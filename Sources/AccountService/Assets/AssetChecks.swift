import AccountAPI

/// The looks at files that go on at the moment: one for each, however often it is asked for.
actor AssetChecks {
    typealias Outcome = Result<SharedAsset, any Error>

    private var waiting: [String: [AsyncStream<Outcome>.Continuation]] = [:]

    /// Begins a look unless it goes on already, and waits for it, at most for a time.
    ///
    /// - Returns: nil while it goes on.
    func outcome(
        of id: String,
        within patience: Duration,
        _ body: @escaping @Sendable () async throws -> SharedAsset
    ) async -> Outcome? {
        let (outcomes, teller) = AsyncStream<Outcome>.makeStream()
        if waiting[id] == nil {
            Task {
                let outcome: Outcome
                do {
                    outcome = .success(try await body())
                } catch {
                    outcome = .failure(error)
                }
                tell(outcome, of: id)
            }
        }
        waiting[id, default: []].append(teller)
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask { await outcomes.first { _ in true } }
            group.addTask {
                // Cut short, nobody waits any more.
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func tell(_ outcome: Outcome, of id: String) {
        for teller in waiting.removeValue(forKey: id) ?? [] {
            teller.yield(outcome)
            teller.finish()
        }
    }
}
