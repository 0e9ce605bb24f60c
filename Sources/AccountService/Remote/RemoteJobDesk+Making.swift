import AccountAPI
import Database
import Editorial
import Generation
import Jobs

extension RemoteJobDesk {
    /// Has something made.
    ///
    /// The job, its place in the queue and the money for it are written
    /// together. One that a key already stands for is told as it is, unless it
    /// ended without anything being made: then it is asked for anew, or goes on
    /// where the vendor was at it.
    func make(
        _ body: RemoteJobBodies.Make,
        in space: String,
        by caller: AccountDesk.Caller
    ) async throws -> RemoteJob {
        let now = accounts.now()
        try accounts.limits.take(.job, caller.account, now: now)
        let id: RemoteJob.ID = accounts.newID()
        let text = try RemoteJobRow.text(of: body.request)
        return try await accounts.store.write { connection in
            try SpaceDesk.admit(caller, to: space, .makeJobs, on: connection, now: now)
            guard Self.isKey(body.key) else {
                throw Refusal(.badRequest, "A key is of letters, digits and hyphens, up to 64.")
            }
            // One at a time in each space: keys and sums are looked at before they are written.
            _ = try connection.rows(
                "SELECT id FROM space WHERE id = $1 \(connection.dialect.lock)",
                [.text(space)]
            )
            if let standing = try standing(for: body.key, text, caller, space, on: connection) {
                return standing
            }
            try hire(id, body, text, caller, space, on: connection, now: now)
            let (row, job) = try Self.find(id.description, of: space, queue, on: connection)
            return row.told(job)
        }
    }

    /// Returns what a key stands for; the key of what failed or was cancelled stands for nothing
    /// any more.
    private func standing(
        for key: String,
        _ text: String,
        _ caller: AccountDesk.Caller,
        _ space: String,
        on connection: any SQLConnection
    ) throws -> RemoteJob? {
        let rows = try connection.rows(
            """
            \(RemoteJobRow.selection)
            WHERE remote_job.space = $1 AND remote_job.account = $2 AND request_key = $3
            """,
            [.text(space), .text(caller.account), .text(key)]
        )
        guard let row = try rows.first.flatMap({ try RemoteJobRow($0) }) else { return nil }
        guard row.text == text else {
            throw Refusal(.conflict, "The key stands for another request; choose another key.")
        }
        if let job = try queue.jobs([row.job], on: connection).first {
            guard job.state == .failed || job.state == .cancelled else { return row.told(job) }
            // The vendor has something of it still, which is paid for.
            if job.ticket != nil {
                try queue.retry([row.job], on: connection)
                let (row, job) = try Self.find(row.id.description, of: space, queue, on: connection)
                return row.told(job)
            }
        }
        try connection.execute(
            "UPDATE remote_job SET request_key = NULL WHERE id = $1",
            [.text(row.id.description)]
        )
        return nil
    }

    private func hire(
        _ id: RemoteJob.ID,
        _ body: RemoteJobBodies.Make,
        _ text: String,
        _ caller: AccountDesk.Caller,
        _ space: String,
        on connection: any SQLConnection,
        now: Int
    ) throws {
        let request = try body.request.meaning(among: settings.models, key: id.description)
        for frame in [body.request.startFrame, body.request.endFrame].compactMap({ $0 }) {
            let (file, _) = try AssetDesk.stored(frame, in: space, on: connection)
            guard file.type.medium == .picture else {
                throw Refusal(.badRequest, "A frame is a picture; send one.")
            }
        }
        try checkRoom(in: space, on: connection)
        guard let job = Job.ID(id.description) else {
            preconditionFailure("An identifier of ours names a job.")
        }
        let model = request.model
        try RemoteAccounts(connection: connection, now: now).open(
            model.tariff.price(seconds: request.seconds),
            for: id.description,
            of: model.id,
            in: space,
            limit: settings.monthlyLimit
        )
        try connection.execute(
            """
            INSERT INTO remote_job (id, space, account, request_key, request, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(id.description), .text(space), .text(caller.account), .text(body.key),
                .text(text), .integer(now),
            ]
        )
        let new = NewJob(
            id: job,
            queue: Self.queueName,
            kind: Self.kind,
            payload: "{}",
            provider: model.provider,
            work: request.seconds
        )
        try queue.enqueue([new], on: connection)
    }

    /// - Throws: ``Refusal`` when as much waits for the space as may.
    private func checkRoom(in space: String, on connection: any SQLConnection) throws {
        let open = try connection.rows(
            """
            SELECT COUNT(*) AS n FROM remote_job JOIN job ON job.id = remote_job.id
            WHERE remote_job.space = $1
                AND job.state IN ('waiting', 'scheduled', 'available', 'retrying', 'running')
            """,
            [.text(space)]
        ).first?.integer("n")
        guard open ?? 0 < settings.openLimit else {
            throw Refusal(
                .tooMany,
                "\(settings.openLimit) jobs of the space are not done yet; ask again when some are.",
                retryAfter: 60
            )
        }
    }

    private static func isKey(_ key: String) -> Bool {
        (1...RemoteJobBodies.keyLimit).contains(key.utf8.count)
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
