import Foundation
import Jobs

extension JobBench {
    /// How long after the commit of a cancellation the work of a running job is
    /// told to stop, and the job is settled.
    func cancel() throws {
        let owner = JobOwner.current()
        let clock = ContinuousClock()
        var waits: [Double] = []
        for _ in 0..<60 {
            try enqueue(1)
            guard let leased = try queue.claim(queues: nil, owner: owner) else { break }
            let told = DispatchSemaphore(value: 0)
            let heartbeat = Heartbeat(queue: queue, lease: leased.lease) { told.signal() }
            usleep(UInt32.random(in: 10_000...150_000))
            try queue.requestCancel([leased.job.id])
            let asked = clock.now
            told.wait()
            try queue.release(leased.lease)
            waits.append((clock.now - asked).seconds * 1000)
            heartbeat.stop()
        }
        waits.sort()
        print("p50\t\(waits[waits.count / 2])")
        print("p95\t\(waits[waits.count * 95 / 100])")
    }
}
