import Dispatch
import Foundation
import Synchronization

/// Keeps a lease alive from a thread of its own while the work keeps every
/// other one busy, and sees when the work should stop.
///
/// The thread starts at once and ends with ``stop()``, or when this is let go.
package final class Heartbeat: Sendable {
    /// How often the heart beats, in milliseconds.
    package struct Rhythm: Hashable, Sendable {
        /// Between two looks at whether cancelling was asked for.
        package var look: Int
        /// Between two renewals of the lease.
        package var renewal: Int

        package init(look: Int, renewal: Int) {
            self.look = look
            self.renewal = renewal
        }

        /// Cancelling is seen within a tenth of a second, which leaves the work
        /// as much again to end in a quarter; a lease of fifteen seconds
        /// survives two renewals that fail.
        package static let standard = Rhythm(look: 100, renewal: 5000)
    }

    private let pulse: Pulse

    /// `onCancel` is called once, on the heart's thread, when cancelling was
    /// asked for or the lease is lost: in both cases the work should stop.
    package init(
        queue: JobQueue,
        lease: Lease,
        rhythm: Rhythm = .standard,
        onCancel: @escaping @Sendable () -> Void = {}
    ) {
        let pulse = Pulse(queue: queue, lease: lease, rhythm: rhythm, onCancel: onCancel)
        self.pulse = pulse
        let thread = Thread { pulse.run() }
        thread.name = "heartbeat"
        thread.start()
    }

    deinit { pulse.end() }

    /// Whether somebody asked for the job to be cancelled; stays true.
    package var isCancelRequested: Bool { pulse.isCancelRequested.load(ordering: .acquiring) }

    /// Whether the job belongs to another worker by now; stays true.
    package var isLost: Bool { pulse.isLost.load(ordering: .acquiring) }

    /// Ends the thread and waits for it, at most as long as one beat takes.
    ///
    /// Stopping twice is the same as once.
    ///
    /// - Precondition: Not called from `onCancel`.
    package func stop() {
        pulse.end()
        pulse.ended.wait()
        pulse.ended.signal()
    }
}

/// What the thread and the owner of a heartbeat share.
private final class Pulse: Sendable {
    let isCancelRequested = Atomic(false)
    let isLost = Atomic(false)
    let ended = DispatchSemaphore(value: 0)

    private let isTold = Atomic(false)
    private let stopping = DispatchSemaphore(value: 0)
    private let queue: JobQueue
    private let lease: Lease
    private let rhythm: Heartbeat.Rhythm
    private let onCancel: @Sendable () -> Void

    init(
        queue: JobQueue,
        lease: Lease,
        rhythm: Heartbeat.Rhythm,
        onCancel: @escaping @Sendable () -> Void
    ) {
        self.queue = queue
        self.lease = lease
        self.rhythm = rhythm
        self.onCancel = onCancel
    }

    func end() { _ = stopping.signal() }

    func run() {
        let clock = ContinuousClock()
        var renewal = clock.now
        while !isLost.load(ordering: .relaxed) {
            let isDue = clock.now >= renewal
            // A database that is busy for the moment loses nothing: the lease
            // outlasts several beats, and every result is held against it.
            if let status = try? isDue ? queue.renew(lease) : queue.status(of: lease) {
                if isDue { renewal = clock.now + .milliseconds(rhythm.renewal) }
                heed(status)
            }
            guard stopping.wait(timeout: .now() + .milliseconds(rhythm.look)) == .timedOut else {
                break
            }
        }
        ended.signal()
    }

    private func heed(_ status: LeaseStatus) {
        switch status {
        case .held(let cancelRequested):
            guard cancelRequested else { return }
            isCancelRequested.store(true, ordering: .releasing)
        case .lost:
            isLost.store(true, ordering: .releasing)
        }
        if !isTold.exchange(true, ordering: .acquiringAndReleasing) { onCancel() }
    }
}
