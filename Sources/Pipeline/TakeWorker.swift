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
    private static let remoteKind = "take.remote"

    private let queue: JobQueue
    private let ledger: any TakeLedger
    private let presets: PresetLibrary
    private let owner: JobOwner
    private let clock: @Sendable () -> Int
    private let departure: Departure
    private let readForeign: ForeignReader
    private let readForeignFilm: ForeignFilmReader
    private let remote: RemoteDesk?
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
            try giveBack(leased.lease)
            if heartbeat.isCancelRequested { try clearWorkshop(of: leased.job) }
        } catch JobError.leaseLost {
            // Another worker has the job now; whatever this one made is not wanted.
        } catch {
            let failure = StepFailure(error)
            try fail(leased.lease, failure)
        }
    }

    private func giveBack(_ lease: Lease) throws {
        do {
            try queue.release(lease)
        } catch JobError.leaseLost {
            // Another worker has the job now, which is all that was wanted.
        }
    }

    private func fail(_ lease: Lease, _ failure: StepFailure) throws {
        do {
            try queue.fail(
                lease,
                JobFailure(
                    message: failure.message,
                    isTransient: failure.isTransient,
                    retryAfter: failure.retryAfter
                ),
                random: Double.random(in: 0..<1)
            )
        } catch JobError.leaseLost {
            // Another worker has the job now, and its outcome is the one that counts.
        }
    }

    /// Lets go of the parts of a film that is whole by now, or not wanted.
    ///
    /// Those of a step that failed are kept for the next try.
    private func clearWorkshop(of job: Job) throws {
        guard job.kind == "take.video", let payload = StepPayload(job.payload) else { return }
        try ledger.clearWorkshop(of: payload.take)
    }

    /// Returns the take that a job is of.
    func take(of job: Job) throws -> Take {
        guard let payload = StepPayload(job.payload), let take = try ledger.take(payload.take)
        else { throw StepFailure("The take of this job is gone; nothing was made.") }
        return take
    }

    private func perform(
        _ leased: LeasedJob,
        heartbeat: Heartbeat
    ) throws -> (Take.ID, Asset, StepRecipe?) {
        let take = try take(of: leased.job)
        let context = context(for: take, lease: leased.lease, heartbeat: heartbeat)
        switch leased.job.kind {
        case "take.image":
            let step = ImageStep(context: context)
            return (take.id, try step.run(), step.recipe)
        case "take.video":
            let step = VideoStep(context: context, presets: presets)
            return (take.id, try step.run(), step.recipe)
        case "take.post":
            return (take.id, try PostStep(context: context).run(), nil)
        case Self.remoteKind:
            return (take.id, try remoteResult(leased, context, heartbeat), nil)
        default:
            throw StepFailure(
                "This version of Kinema does not know the step “\(leased.job.kind)”; update it."
            )
        }
    }

    private func remoteResult(
        _ leased: LeasedJob,
        _ context: StepContext,
        _ heartbeat: Heartbeat
    ) throws -> Asset {
        guard let remote else { throw StepFailure("This worker asks no services; start another.") }
        return try RemoteStep(
            leased: leased,
            queue: queue,
            desk: remote,
            presets: presets,
            context: context,
            isCancelled: { heartbeat.isCancelRequested }
        ).run()
    }

    /// Writes the film of a whole project.
    private func join(_ leased: LeasedJob, heartbeat: Heartbeat) throws {
        guard let order = FilmOrder(payload: leased.job.payload) else {
            throw StepFailure("This version of Kinema cannot read what film is wanted; update it.")
        }
        try FilmStep(
            order: order,
            ledger: ledger,
            report: report(on: leased.lease, unless: isStopped(heartbeat)),
            // A line that cannot be written is not worth a film.
            log: { try? queue.log(leased.lease, $0) }
        ).run()
    }

    /// Makes a preset of how a clip's camera moves.
    private func followCamera(_ leased: LeasedJob, heartbeat: Heartbeat) throws {
        guard let order = MotionOrder(payload: leased.job.payload) else {
            throw StepFailure(
                "This version of Kinema cannot read what motion is wanted; update it."
            )
        }
        try MotionStep(
            order: order,
            report: report(on: leased.lease, unless: isStopped(heartbeat)),
            // A line that cannot be written is not worth a preset.
            log: { try? queue.log(leased.lease, $0) }
        ).run()
    }

    /// Returns what a step works with.
    func context(
        for take: Take,
        lease: Lease,
        heartbeat: Heartbeat
    ) -> StepContext {
        let isStopped = isStopped(heartbeat)
        return StepContext(
            take: take,
            ledger: ledger,
            report: report(on: lease, unless: isStopped),
            readForeign: { try readForeign($0, isStopped) },
            readForeignFilm: { try readForeignFilm($0, isStopped) },
            // A line that cannot be written is not worth a film.
            log: { try? queue.log(lease, $0) },
            isStopped: isStopped
        )
    }

    private func isStopped(_ heartbeat: Heartbeat) -> @Sendable () -> Bool {
        { [departure] in heartbeat.isCancelRequested || heartbeat.isLost || departure.isUrgent }
    }

    /// Returns what notes how far a job is, and throws ``StepStopped`` once it is to stop.
    private func report(
        on lease: Lease,
        unless isStopped: @escaping () -> Bool
    ) -> (Double) throws -> Void {
        var gate = ProgressGate()
        return { progress in
            if isStopped() { throw StepStopped() }
            guard let value = gate.pass(progress, at: clock()) else { return }
            _ = try queue.progress(lease, value, note: nil)
        }
    }
}
