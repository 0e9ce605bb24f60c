/// Wakes one who rests, early.
actor Alarm {
    private var isRung = false
    private var sleeper: CheckedContinuation<Void, Never>?

    /// Wakes whoever rests, or the next who would.
    func ring() {
        isRung = true
        sleeper?.resume()
        sleeper = nil
    }

    /// Rests until it is rung, at most for a time.
    func rest(
        for time: Duration,
        _ pause: @escaping @Sendable (Duration) async throws -> Void
    ) async {
        if !isRung {
            let timer = Task {
                // A pause that was cut short has nobody who waits for it.
                if (try? await pause(time)) != nil { self.ring() }
            }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    if isRung || Task.isCancelled {
                        continuation.resume()
                    } else {
                        sleeper = continuation
                    }
                }
            } onCancel: {
                Task { await self.ring() }
            }
            timer.cancel()
        }
        isRung = false
    }
}
