import Database
package import Editorial
package import Generation
package import Jobs

extension LocalWorkspace {
    /// Returns a take as its jobs stand now; nil when there is none.
    package func take(_ id: Take.ID) throws(WorkspaceError) -> Take? {
        try reading { try take(id, on: $0) }
    }

    /// Returns the project that a take belongs to; nil when there is no such take.
    package func project(ofTake id: Take.ID) throws(WorkspaceError) -> Project.ID? {
        try reading { connection in
            try connection.rows(
                "SELECT project FROM take WHERE id = $1",
                [.text(id.description)]
            ).first?.identifier("project")
        }
    }

    /// Asks for a take: its row, its steps and their jobs, all or nothing.
    ///
    /// Asking again under the same id changes nothing and returns the take
    /// that is there.
    ///
    /// `draft` is what is asked for, as it stands at this moment; `model` is
    /// the one it names, which decides what is made here and what elsewhere.
    ///
    /// - Throws: ``WorkspaceError``, also when the project was never saved.
    @discardableResult
    package func submitTake(
        id: Take.ID,
        shot: Shot.ID,
        project: Project.ID,
        draft: Draft,
        model: Model = .sketch,
        at time: Timestamp
    ) throws(WorkspaceError) -> Take {
        let order = TakeOrder(take: id, shot: shot, draft: draft, model: model)
        return try writing { try submit(order, of: project, at: time, on: $0) }
    }

    /// Asks for takes of a project's shots, all of them or none.
    ///
    /// - Throws: ``WorkspaceError``, also when the project was never saved.
    package func submitTakes(
        _ orders: [TakeOrder],
        of project: Project.ID,
        at time: Timestamp
    ) throws(WorkspaceError) {
        try writing { connection in
            for order in orders {
                _ = try submit(order, of: project, at: time, on: connection)
            }
        }
    }

    private func submit(
        _ order: TakeOrder,
        of project: Project.ID,
        at time: Timestamp,
        on connection: any SQLConnection
    ) throws -> Take {
        let id = order.take
        if let take = try take(id, on: connection) { return take }
        let number = try nextNumber(of: order.shot, on: connection)
        try connection.execute(
            """
            INSERT INTO take (id, project, shot, number, draft, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(id.description), .text(project.description),
                .text(order.shot.description), .integer(number),
                .text(StoredJSON.text(order.draft)), .integer(time.milliseconds),
            ]
        )
        try enqueueSteps(of: id, order.draft, by: order.model, at: time, on: connection)
        guard let take = try take(id, on: connection) else {
            throw WorkspaceError.damaged("the take “\(id)”")
        }
        return take
    }

    /// Stops a take: what nobody works on at once, what is running as soon as
    /// its worker sees it.
    ///
    /// A take that is settled stays as it is.
    package func cancelTake(_ id: Take.ID) throws(WorkspaceError) {
        try writing { try queue.requestCancel(jobs(of: id, on: $0), on: $0) }
    }

    /// Asks again for the steps of a take that failed or were cancelled; what
    /// was completed stays.
    package func retryTake(_ id: Take.ID) throws(WorkspaceError) {
        try writing { try queue.retry(jobs(of: id, on: $0), on: $0) }
    }

    /// Ends a step of a take, and notes what it left and by which recipe, in
    /// one transaction.
    ///
    /// A video becomes the take's film, anything else the picture that the
    /// camera moves over. The asset's file was placed before. A `recipe` of nil
    /// says that the result is not to be used again.
    ///
    /// - Throws: ``JobError/leaseLost`` when another worker has the job, and
    ///   then nothing is written; ``WorkspaceError``, ``DatabaseError``.
    package func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving asset: Asset,
        by recipe: String?
    ) throws {
        try queue.complete(lease) { connection in
            try assets.record(asset, on: connection)
            let column = asset.kind == .video ? "film" : "picture"
            try record(asset.id, in: column, of: take, on: connection)
            guard let recipe else { return }
            try recordStepResult(asset.id, of: recipe, on: connection)
        }
    }

    /// Ends the making of what goes along with a take's film, and notes it, in
    /// one transaction.
    ///
    /// - Throws: ``JobError/leaseLost``, ``WorkspaceError``, ``DatabaseError``.
    package func complete(
        _ lease: Lease,
        of take: Take.ID,
        leaving asset: Asset,
        as companion: Take.Companion
    ) throws {
        try queue.complete(lease) { connection in
            try assets.record(asset, on: connection)
            try record(asset.id, in: companion.rawValue, of: take, on: connection)
        }
    }

    private func record(
        _ asset: Asset.ID,
        in column: String,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws(WorkspaceError) {
        let changed: Int
        do {
            changed = try connection.execute(
                "UPDATE take SET \(column) = $2 WHERE id = $1",
                [.text(take.description), .text(asset.digest)]
            )
        } catch {
            throw WorkspaceError(error, in: directory)
        }
        if changed == 1 { try noteShared(take, on: connection) }
        guard changed == 1 else {
            throw WorkspaceError(
                kind: .missing,
                message: "There is no take \(take) in the workspace any more; generate it again."
            )
        }
    }

    private func noteShared(
        _ take: Take.ID,
        on connection: any SQLConnection
    ) throws(WorkspaceError) {
        do {
            try noteTake(take, on: connection)
        } catch {
            throw WorkspaceError(error, in: directory)
        }
    }

    /// No number of a shot is given twice, whatever is deleted.
    private func nextNumber(of shot: Shot.ID, on connection: any SQLConnection) throws -> Int {
        let rows = try connection.rows(
            """
            INSERT INTO take_counter (shot, number) VALUES ($1, 1)
            ON CONFLICT (shot) DO UPDATE SET number = take_counter.number + 1
            RETURNING number
            """,
            [.text(shot.description)]
        )
        guard let row = rows.first else {
            throw WorkspaceError.damaged("the count of takes of the shot “\(shot)”")
        }
        return try row.integer("number")
    }

    private func enqueueSteps(
        of take: Take.ID,
        _ draft: Draft,
        by model: Model,
        at time: Timestamp,
        on connection: any SQLConnection
    ) throws {
        var random = SystemRandomNumberGenerator()
        let payload = try StoredJSON.text(["take": take.description])
        var before: [Job.ID] = []
        for (position, plan) in StepPlan.steps(by: model).enumerated() {
            let job = Job.ID(at: time.milliseconds, using: &random)
            let step = NewJob(
                id: job,
                queue: plan.queue,
                kind: plan.job,
                payload: payload,
                provider: plan.provider,
                batch: take.description,
                dependsOn: before,
                work: plan.kind.work(for: draft)
            )
            try queue.enqueue([step], on: connection)
            try connection.execute(
                "INSERT INTO take_step (take, position, kind, job) VALUES ($1, $2, $3, $4)",
                [
                    .text(take.description), .integer(position), .text(plan.kind.rawValue),
                    .text(job.text),
                ]
            )
            before = [job]
        }
        let companions = Take.Companion.allCases.filter { $0.isWanted(for: draft) }.map { kind in
            NewJob(
                id: Job.ID(at: time.milliseconds, using: &random),
                queue: StepPlan.here(.post).queue,
                kind: kind.job,
                payload: payload,
                batch: take.description,
                dependsOn: before,
                priority: Take.Companion.priority,
                work: Double(draft.frameCount)
            )
        }
        try queue.enqueue(companions, on: connection)
    }
}
