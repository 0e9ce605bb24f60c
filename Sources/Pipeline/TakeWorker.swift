import Editorial
import Foundation
package import Jobs
package import Media
package import Motion

/// Leases the jobs of takes and carries out their steps, one at a time.
///
/// Any number of workers may run, and any may be killed at any instant: what
/// is written down is a step that ended, and a step that did not is run again.
package struct TakeWorker: Sendable {
    /// The queues of the jobs that it knows how to carry out.
    package static let queues = [
        "image-generation", "video-synthesis", "motion-transfer", "post-processing",
    ]

    /// The queue of what is made elsewhere: such jobs wait more than they work, and have workers
    /// of their own.
    package static let remoteQueue = "provider-calls"
    static let remoteKind = "take.remote"

    let queue: JobQueue
    let ledger: any TakeLedger
    let presets: PresetLibrary
    private let owner: JobOwner
    let clock: @Sendable () -> Int
    let departure: Departure
    let readForeign: ForeignReader
    let readForeignFilm: ForeignFilmReader
    let remote: RemoteDesk?
    private let remoteObstacle: String?
    private let claimed: [String]

    /// Reads a picture that came from outside; the second argument says
    /// whether to stop, which is told by a `CancellationError`.
    package typealias ForeignReader = @Sendable (String, () -> Bool) throws -> Frame

    /// Opens a film that came from outside, in the same way; its frames are
    /// asked for later.
    package typealias ForeignFilmReader =
        @Sendable (String, @escaping () -> Bool) throws -> ForeignFilm

    /// Makes a worker; `clock` gives wall-clock milliseconds, and `departure`
    /// is asked whether to leave.
    ///
    /// Without `readForeign` and `readForeignFilm`, pictures and films from
    /// outside are decoded in this process;
    /// `claimed` are the queues whose jobs it takes, those for `remote` among them
    /// where it has services to ask. Where it has none, `remoteObstacle` is what
    /// the jobs that wait for them are told.
    package init(
        queue: JobQueue,
        ledger: any TakeLedger,
        presets: PresetLibrary,
        owner: JobOwner,
        clock: @escaping @Sendable () -> Int,
        departure: Departure = Departure(),
        claimed: [String] = TakeWorker.queues,
        remote: RemoteDesk? = nil,
        remoteObstacle: String? = nil,
        readForeign: @escaping ForeignReader = { path, _ in try StillReader.read(path) },
        readForeignFilm: @escaping ForeignFilmReader = { path, _ in
            try ForeignFilm(decoding: path)
        }
    ) {
        self.queue = queue
        self.ledger = ledger
        self.presets = presets
        self.owner = owner
        self.clock = clock
        self.departure = departure
        self.readForeign = readForeign
        self.readForeignFilm = readForeignFilm
        self.remote = remote
        self.remoteObstacle = remoteObstacle
        self.claimed = claimed
    }

    /// Carries out work until none has come for `idleSeconds`, or until it is
    /// asked to leave; blocks its thread.
    ///
    /// A database that does not answer for the moment is asked again; a step
    /// that fails is written down with its job.
    ///
    /// - Throws: When the database itself fails.
    package func run(untilIdleFor idleSeconds: Double) throws {
        try queue.schedule(
            JobSchedule(
                name: Self.cleaning,
                queue: "post-processing",
                kind: Self.cleaning,
                payload: "{}",
                every: 86_400_000
            )
        )
        if remote != nil { try queue.explain(Self.remoteQueue, nil) }
        let watch = ContinuousClock()
        // A clock that somebody sets makes no worker leave early.
        var idleSince = watch.now
        var troubleSince: ContinuousClock.Instant?
        var explained: Int?
        while watch.now - idleSince < .seconds(idleSeconds), !departure.isWished {
            do {
                let counter = try queue.changeCounter()
                if try workOnce() {
                    idleSince = watch.now
                } else {
                    if let remoteObstacle, explained != counter {
                        try queue.explain(Self.remoteQueue, remoteObstacle)
                        explained = counter
                    }
                    // Work that waits for its time or for another worker keeps this one near.
                    if try queue.hasWork(within: Self.nearFuture, in: known) {
                        idleSince = watch.now
                    }
                    try queue.waitForChange(since: counter, milliseconds: Self.pause)
                }
                troubleSince = nil
            } catch let error where JobError.isPassing(error) {
                let since = troubleSince ?? watch.now
                if watch.now - since > .seconds(Self.patience) { throw error }
                troubleSince = since
                Thread.sleep(forTimeInterval: Double(Self.pause) / 1000)
            }
        }
    }

    /// The queues that this worker and those beside it see to; nil for all.
    private var known: [String]? { remoteObstacle == nil ? nil : Self.queues }

    /// Carries out the job whose turn it is; false when there is none.
    private func workOnce() throws -> Bool {
        try queue.rescue()
        try queue.runSchedules()
        guard let leased = try queue.claim(queues: claimed, owner: owner) else { return false }
        try carryOut(leased)
        return true
    }

    /// Seconds for which a database that does not answer is asked again.
    private static let patience = 120
    /// The longest wait for a wake-up, in milliseconds: so soon is seen what
    /// no commit tells of, such as the death of a worker.
    private static let pause = 250
    /// Milliseconds; what is to begin later is left to another worker.
    private static let nearFuture = 60_000

    /// What is done once a day.
    private static let cleaning = "workspace.clean"

    private func carryOut(_ leased: LeasedJob) throws {
        let heartbeat = Heartbeat(queue: queue, lease: leased.lease)
        defer { heartbeat.stop() }
        do {
            if leased.job.kind == Self.cleaning {
                try ledger.clean()
                remote?.sweep()
                return try queue.complete(leased.lease)
            }
            if leased.job.kind == FilmOrder.kind {
                try join(leased, heartbeat: heartbeat)
                return try queue.complete(leased.lease)
            }
            if leased.job.kind == MotionOrder.kind {
                try followCamera(leased, heartbeat: heartbeat)
                return try queue.complete(leased.lease)
            }
            if let companion = Take.Companion(job: leased.job.kind) {
                let (take, asset) = try make(companion, for: leased, heartbeat: heartbeat)
                return try ledger.complete(leased.lease, of: take, leaving: asset, as: companion)
            }
            let (take, result, recipe) = try perform(leased, heartbeat: heartbeat)
            try ledger.complete(leased.lease, of: take, leaving: result, by: recipe)
            remote?.clear(leased.job.id)
            try clearWorkshop(of: leased.job)
        } catch is StepSettled {
            // The step said itself what became of its job.
        } catch let error where error is StepStopped || error is CancellationError {
            guard !heartbeat.isLost else { return }
            try LeaseEnd(queue: queue, lease: leased.lease).giveBack()
            if heartbeat.isCancelRequested { try clearWorkshop(of: leased.job) }
        } catch JobError.leaseLost {
            // Another worker has the job now; whatever this one made is not wanted.
        } catch {
            try LeaseEnd(queue: queue, lease: leased.lease).fail(StepFailure(error))
        }
    }

    /// Lets go of the parts of a film that is whole by now, or not wanted.
    ///
    /// Those of a step that failed are kept for the next try.
    private func clearWorkshop(of job: Job) throws {
        guard job.kind == "take.video", let payload = StepPayload(job.payload) else { return }
        try ledger.clearWorkshop(of: payload.take)
    }
}
