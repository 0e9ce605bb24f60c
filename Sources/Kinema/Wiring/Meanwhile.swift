import Dispatch
import Synchronization

/// A value that another core makes while this one goes on.
final class Meanwhile<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let group = DispatchGroup()

    init(_ make: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global(qos: .userInteractive).async(group: group) { [self] in
            let made = Result { try make() }
            result.withLock { $0 = made }
        }
    }

    /// Waits for the value.
    ///
    /// - Throws: What making it has thrown.
    func value() throws -> Value {
        group.wait()
        guard let made = result.withLock({ $0 }) else {
            preconditionFailure("What was waited for is made.")
        }
        return try made.get()
    }
}
