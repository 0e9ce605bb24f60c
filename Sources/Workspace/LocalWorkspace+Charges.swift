import Database
package import Editorial
package import Generation
package import Jobs

extension LocalWorkspace {
    /// Sets money aside for a request of a job, unless some is set aside that was not sent yet.
    ///
    /// Whatever else is set aside or spent since `monthStart` counts against `budget`,
    /// in one transaction, so that any number of workers keep to it together.
    ///
    /// - Returns: Whether there was room; what is left of the budget where not.
    package func reserve(
        _ money: Money,
        for job: Job.ID,
        take: Take.ID,
        model: String,
        budget: Money?,
        monthStart: Timestamp,
        at time: Timestamp
    ) throws(WorkspaceError) -> BudgetAnswer {
        try writing { connection in
            let last = try connection.rows(
                """
                SELECT submission, is_sent + is_settled AS used FROM charge
                WHERE job = $1 ORDER BY submission DESC LIMIT 1
                """,
                [.text(job.text)]
            ).first
            if let last, try last.integer("used") == 0 { return .granted }
            if let budget {
                let spent =
                    try connection.rows(
                        """
                        SELECT COALESCE(SUM(COALESCE(cost, reserved)), 0) AS spent FROM charge
                        WHERE at >= $1
                        """,
                        [.integer(monthStart.milliseconds)]
                    ).first?.integer("spent") ?? 0
                let left = budget - Money(millionths: spent)
                guard money <= left else { return .refused(left: max(.zero, left)) }
            }
            try connection.execute(
                """
                INSERT INTO charge (job, submission, take, project, model, reserved, at)
                VALUES (
                    $1, $6, $2, COALESCE((SELECT project FROM take WHERE id = $2), ''), $3, $4, $5
                )
                """,
                [
                    .text(job.text), .text(take.description), .text(model),
                    .integer(money.millionths), .integer(time.milliseconds),
                    .integer((try last?.integer("submission") ?? 0) + 1),
                ]
            )
            return .granted
        }
    }

    /// Notes that the request for which money was set aside last is about to be sent.
    package func sendCharge(_ job: Job.ID) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "UPDATE charge SET is_sent = 1 WHERE \(Self.lastCharge)",
                [.text(job.text)]
            )
        }
    }

    /// Notes that the last request was taken, and what it cost where that was told.
    package func settleCharge(_ job: Job.ID, cost: Money?) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                """
                UPDATE charge SET is_settled = 1, cost = COALESCE($2, cost) WHERE \(Self.lastCharge)
                """,
                [.text(job.text), .integer(ifAny: cost?.millionths)]
            )
        }
    }

    /// Gives back what was set aside last for a job; what earlier requests cost stays.
    package func releaseCharge(_ job: Job.ID) throws(WorkspaceError) {
        try writing { connection in
            try connection.execute(
                "DELETE FROM charge WHERE \(Self.lastCharge) AND is_settled = 0",
                [.text(job.text)]
            )
        }
    }

    /// The condition for the last request of the job that is `$1`.
    private static let lastCharge =
        "job = $1 AND submission = (SELECT MAX(submission) FROM charge WHERE job = $1)"

    /// Returns what was spent and set aside since a time, a row for each project and model.
    package func charges(since time: Timestamp) throws(WorkspaceError) -> [ChargeSum] {
        try reading { connection in
            try connection.rows(
                """
                SELECT COALESCE(project.name, '') AS name, model, COUNT(DISTINCT charge.take) AS takes,
                    SUM(COALESCE(cost, reserved)) AS spent,
                    SUM(CASE WHEN is_settled = 0 THEN reserved ELSE 0 END) AS held,
                    SUM(COALESCE(cost, 0)) AS told
                FROM charge LEFT JOIN project ON project.id = charge.project
                WHERE charge.at >= $1 GROUP BY name, model ORDER BY name, model
                """,
                [.integer(time.milliseconds)]
            ).map { row in
                ChargeSum(
                    project: try row.text("name"),
                    model: try row.text("model"),
                    takes: try row.integer("takes"),
                    spent: Money(millionths: try row.integer("spent")),
                    held: Money(millionths: try row.integer("held")),
                    told: Money(millionths: try row.integer("told"))
                )
            }
        }
    }
}

/// Whether a budget has room.
package enum BudgetAnswer: Hashable, Sendable {
    case granted
    case refused(left: Money)
}

/// What one model was paid for one project.
package struct ChargeSum: Hashable, Sendable {
    /// The project's name; empty where it is gone.
    package let project: String
    package let model: String
    package let takes: Int
    /// What it cost where that was told, and what was set aside for it where not.
    package let spent: Money
    /// What of it is set aside for requests whose end is not known yet.
    package let held: Money
    /// What of it the service told; the rest is by its listed price.
    package let told: Money
}
