import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Terminal

/// Signals that are ignored by nature, so that one too many ends nothing.
@Suite(.serialized)
struct SignalWatchTests {
    /// What was told, in order, and a semaphore that counts it.
    private final class Ear: Sendable {
        let heard = Mutex<[CInt]>([])
        let bell = DispatchSemaphore(value: 0)

        func hear(_ number: CInt) {
            heard.withLock { $0.append(number) }
            bell.signal()
        }

        func wait() -> [CInt] {
            let result = bell.wait(timeout: .now() + 60)
            return result == .success ? heard.withLock { $0 } : []
        }
    }

    private let queue = DispatchQueue(label: "signals")

    @Test func `A signal is told of from the moment that the watch stands`() {
        for _ in 0..<200 {
            let ear = Ear()
            let watch = SignalWatch([SIGURG], queue: queue) { ear.hear($0) }
            kill(getpid(), SIGURG)
            #expect(ear.wait() == [SIGURG])
            watch.stop()
        }
    }

    @Test func `The newest watch is told, and afterwards all is as before`() {
        let old = Ear()
        let new = Ear()
        let first = SignalWatch([SIGURG, SIGWINCH], queue: queue) { old.hear($0) }
        let second = SignalWatch([SIGURG], queue: queue) { new.hear($0) }
        kill(getpid(), SIGURG)
        #expect(new.wait() == [SIGURG])
        kill(getpid(), SIGWINCH)
        #expect(old.wait() == [SIGWINCH])
        second.stop()
        first.stop()
        first.stop()
        var now = sigaction()
        sigaction(SIGURG, nil, &now)
        #expect(now.__sigaction_handler.sa_handler == nil)
        sigaction(SIGWINCH, nil, &now)
        #expect(now.__sigaction_handler.sa_handler == nil)
    }
}
