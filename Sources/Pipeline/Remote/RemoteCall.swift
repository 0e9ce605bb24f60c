import Dispatch
package import Generation
import Synchronization

/// One call of a provider from a thread that waits for it.
package enum RemoteCall {
    /// Returns what the call returns; when `isStopped` turns true, the call is
    /// asked to end, and waited for all the same.
    ///
    /// - Throws: ``ProviderError``.
    package static func run<Value: Sendable>(
        isStopped: () -> Bool,
        _ call: @escaping @Sendable () async throws(ProviderError) -> Value
    ) throws(ProviderError) -> Value {
        let done = DispatchSemaphore(value: 0)
        let kept = Kept<Value>()
        let task = Task.detached {
            let result: Result<Value, ProviderError>
            do throws(ProviderError) {
                result = .success(try await call())
            } catch {
                result = .failure(error)
            }
            kept.outcome.withLock { $0 = result }
            done.signal()
        }
        while done.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
            if isStopped() { task.cancel() }
        }
        guard let result = kept.outcome.withLock({ $0 }) else {
            preconditionFailure("A call that signalled left its outcome.")
        }
        return try result.get()
    }

    private final class Kept<Value: Sendable>: Sendable {
        let outcome = Mutex<Result<Value, ProviderError>?>(nil)
    }
}
