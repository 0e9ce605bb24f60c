import AccountAPI
import Database
import Foundation
import Generation

/// What a space spends on what is made for it, in one transaction.
///
/// Money is set aside with the job; what was set aside for one that ended
/// without being asked for counts no more.
struct RemoteAccounts {
    let connection: any SQLConnection
    /// Milliseconds since 1970.
    let now: Int

    /// Sets money aside for a job.
    ///
    /// - Throws: ``Refusal`` when the month has no room for it.
    func open(_ price: Price, for job: String, of model: String, in space: String, limit: Money?)
        throws
    {
        try makeRoom(for: price, in: space, limit: limit)
        try connection.execute(
            """
            INSERT INTO remote_charge (job, space, model, at, estimate, state)
            VALUES ($1, $2, $3, $4, $5, 'reserved')
            """,
            [
                .text(job), .text(space), .text(model), .integer(now),
                price == .unknown ? .null : .integer(price.reserve.millionths),
            ]
        )
    }

    /// Sets it aside once more where it was given back.
    func reopen(_ job: String, limit: Money?) throws {
        let rows = try connection.rows(
            "SELECT space, estimate, state FROM remote_charge WHERE job = $1",
            [.text(job)]
        )
        guard let row = rows.first, try row.text("state") == "released" else { return }
        let estimate = try row.optionalInteger("estimate")
        let space = try row.text("space")
        // As those do who ask for more of it.
        _ = try connection.rows(
            "SELECT id FROM space WHERE id = $1 \(connection.dialect.lock)",
            [.text(space)]
        )
        let price = estimate.map { Price.about(Money(millionths: $0)) } ?? .unknown
        try makeRoom(for: price, in: space, limit: limit)
        try connection.execute(
            "UPDATE remote_charge SET state = 'reserved', at = $2 WHERE job = $1",
            [.text(job), .integer(now)]
        )
    }

    /// Notes that the request is about to be sent.
    func send(_ job: String) throws {
        try connection.execute(
            "UPDATE remote_charge SET state = 'sent' WHERE job = $1 AND state = 'reserved'",
            [.text(job)]
        )
    }

    /// Notes that the vendor took it, and what that cost where it is told.
    func settle(_ job: String, cost: Money?) throws {
        try connection.execute(
            """
            UPDATE remote_charge SET state = 'settled', cost = COALESCE($2, cost, estimate)
            WHERE job = $1
            """,
            [.text(job), .integer(ifAny: cost?.millionths)]
        )
    }

    /// Gives back what was set aside for what the vendor did not take.
    func release(_ job: String) throws {
        try connection.execute(
            "UPDATE remote_charge SET state = 'released' WHERE job = $1 AND state <> 'settled'",
            [.text(job)]
        )
    }

    /// Returns what a space has spent or set aside this month, in millionths.
    func spent(in space: String) throws -> Int {
        try connection.rows(
            """
            SELECT CAST(COALESCE(SUM(COALESCE(cost, estimate)), 0) AS BIGINT) AS spent
            FROM remote_charge
            WHERE space = $1 AND at >= $2 AND (
                state IN ('sent', 'settled') OR (state = 'reserved' AND EXISTS (
                    SELECT 1 FROM job WHERE job.id = remote_charge.job
                        AND job.state NOT IN ('failed', 'cancelled')
                ))
            )
            """,
            [.text(space), .integer(Self.monthStart(now))]
        ).first?.integer("spent") ?? 0
    }

    private func makeRoom(for price: Price, in space: String, limit: Money?) throws {
        guard let limit, price != .free else { return }
        guard price != .unknown else {
            throw Refusal(
                .limitReached,
                "What that model costs is not known, and the space has a limit; choose another."
            )
        }
        let left = limit - Money(millionths: try spent(in: space))
        guard price.reserve <= left else {
            throw Refusal(
                .limitReached,
                "It costs \(price), and of this month’s \(limit) the space has \(max(.zero, left)) "
                    + "left; ask whoever runs the service, or wait for the next month."
            )
        }
    }

    /// The first millisecond of a moment's month, in UTC.
    static func monthStart(_ now: Int) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = Date(timeIntervalSince1970: Double(now) / 1000)
        let start = calendar.dateInterval(of: .month, for: date)?.start ?? date
        return Int(start.timeIntervalSince1970 * 1000)
    }
}
