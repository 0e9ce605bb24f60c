package import AccountAPI
package import Database
package import Editorial
package import Generation
package import Jobs

/// What a worker of the service needs of its database: what is wanted, the money for it, and where
/// to write down what came of it.
///
/// It blocks its thread.
package struct RemoteWorkDesk: Sendable {
    /// The queue whose jobs are carried out here.
    package static let queueName = RemoteJobDesk.queueName

    /// What one job asks for.
    package struct Work: Sendable {
        /// Without the frames that go in.
        package let request: GenerationRequest
        /// The files that go in, by where in the film they stand.
        package let frames: [GenerationRequest.Frame.Place: Asset.ID]
        package let space: Space.ID
        /// Who asked for it; nil once the account is gone.
        package let account: AccountProfile.ID?
    }

    private let database: any SQLDatabase
    private let settings: RemoteSettings
    private let now: @Sendable () -> Int

    /// A database to which ``ServiceSchema/migrations`` have been applied; `now` gives
    /// milliseconds since 1970.
    package init(
        _ database: any SQLDatabase,
        settings: RemoteSettings,
        now: @escaping @Sendable () -> Int
    ) {
        self.database = database
        self.settings = settings
        self.now = now
    }

    /// Returns what a job asks for; nil when nobody wants it any more.
    ///
    /// - Throws: ``ProviderError`` for what this worker cannot have made,
    ///   ``DatabaseError``.
    package func work(of job: Job.ID) throws -> Work? {
        let row = try database.read { connection in
            try connection.rows(
                "\(RemoteJobRow.selection) WHERE remote_job.id = $1",
                [.text(job.text)]
            ).first.flatMap { try RemoteJobRow($0) }
        }
        guard let row, let space = Space.ID(row.space) else { return nil }
        let frames = [
            (GenerationRequest.Frame.Place.start, row.request.startFrame),
            (.end, row.request.endFrame),
        ]
        do throws(Refusal) {
            return Work(
                request: try row.request.meaning(among: settings.models, key: job.text),
                frames: Dictionary(
                    uniqueKeysWithValues: frames.compactMap { place, frame in
                        frame.flatMap(Asset.ID.init).map { (place, $0) }
                    }
                ),
                space: space,
                account: row.account.flatMap { AccountProfile.ID($0) }
            )
        } catch {
            throw ProviderError(.invalid(field: nil), error.problem.message)
        }
    }

    /// Sets money aside once more where it was given back.
    ///
    /// - Throws: ``ProviderError`` of kind `credits` when the month has no room for it.
    package func reserve(_ job: Job.ID) throws {
        do {
            try accounts { try $0.reopen(job.text, limit: settings.monthlyLimit) }
        } catch let refusal as Refusal {
            throw ProviderError(.credits, refusal.problem.message)
        }
    }

    /// Notes that the request is about to be sent.
    package func send(_ job: Job.ID) throws { try accounts { try $0.send(job.text) } }

    /// Notes that the vendor took it, and what that cost where it is told.
    package func settle(_ job: Job.ID, cost: Money?) throws {
        try accounts { try $0.settle(job.text, cost: cost) }
    }

    /// Gives back what was set aside for what the vendor did not take.
    package func release(_ job: Job.ID) throws { try accounts { try $0.release(job.text) } }

    private func accounts(_ body: (RemoteAccounts) throws -> Void) throws {
        let now = now()
        try database.write { try body(RemoteAccounts(connection: $0, now: now)) }
    }

    /// Notes how a vendor refused, for whoever asks after the job.
    package func note(_ refusal: ProviderError.Kind?, of job: Job.ID) throws {
        try database.write { connection in
            try connection.execute(
                "UPDATE remote_job SET failure_kind = $2 WHERE id = $1",
                [
                    .text(job.text),
                    .text(ifAny: refusal.map { RemoteJob.Failure.Kind($0).rawValue }),
                ]
            )
        }
    }

    /// Settles a job together with what came of it, a file that its space has by now.
    ///
    /// - Throws: ``JobError/leaseLost``, ``DatabaseError``.
    package func complete(
        _ lease: Lease,
        of queue: JobQueue,
        leaving asset: Asset.ID,
        type: String,
        byteCount: Int
    ) throws {
        try queue.complete(lease) { connection in
            try connection.execute(
                """
                UPDATE remote_job SET asset = $2, asset_type = $3, asset_size = $4
                WHERE id = $1
                """,
                [
                    .text(lease.job.text), .text(asset.digest), .text(type), .integer(byteCount),
                ]
            )
            try connection.announce()
        }
    }

    /// Forgets what ended long ago, with all that is known of it but what it cost.
    ///
    /// What is uncertain stays until somebody decides.
    ///
    /// - Returns: How many jobs are gone.
    @discardableResult
    package func clean(limit: Int = 1000) throws -> Int {
        let (time, retention) = (now(), settings.retention)
        let count = try database.write { connection in
            try connection.execute(
                """
                DELETE FROM remote_job WHERE id IN (
                    SELECT remote_job.id FROM remote_job JOIN job ON job.id = remote_job.id
                    WHERE job.state IN ('completed', 'failed', 'cancelled')
                        AND job.finished_at <= $1
                    LIMIT \(limit)
                )
                """,
                [.integer(time - retention)]
            )
        }
        // Never the job of what is still known, which would be known for ever then.
        try JobQueue(database: database, clock: now).clean(
            keeping: JobQueue.Retention(completed: retention, stopped: retention),
            sparing: "SELECT id FROM remote_job",
            limit: limit
        )
        return count
    }
}
