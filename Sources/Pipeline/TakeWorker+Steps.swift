import Editorial
import Jobs
import Media
import Motion

extension TakeWorker {
    /// Returns the take that a job is of.
    func take(of job: Job) throws -> Take {
        guard let payload = StepPayload(job.payload), let take = try ledger.take(payload.take)
        else { throw StepFailure("The take of this job is gone; nothing was made.") }
        return take
    }

    func perform(
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
    func join(_ leased: LeasedJob, heartbeat: Heartbeat) throws {
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
    func followCamera(_ leased: LeasedJob, heartbeat: Heartbeat) throws {
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
