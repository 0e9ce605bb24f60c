import Dispatch
import Glibc
import Synchronization
import Terminal

/// Notices Ctrl-C and a polite kill, so that work ends tidily: no half file, no lost take.
final class Interrupt {
    private final class Flag: Sendable {
        let isRaised = Atomic(false)
    }

    private let flag = Flag()
    private let watch: SignalWatch

    init() {
        watch = SignalWatch([SIGINT, SIGTERM, SIGHUP], queue: .global()) { [flag] _ in
            flag.isRaised.store(true, ordering: .releasing)
        }
    }

    var wasRaised: Bool { flag.isRaised.load(ordering: .acquiring) }

    /// - Throws: A complaint once the person has asked to stop.
    func check() throws {
        if wasRaised {
            throw Complaint("Stopped; nothing was written.", code: .cancelled)
        }
    }
}
