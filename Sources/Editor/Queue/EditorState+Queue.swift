import Editorial

extension EditorState {
    /// The jobs that are listed.
    package var queueRows: [QueueItem] { queue.items ?? [] }

    /// The job under the cursor.
    package var currentJob: QueueItem? {
        let rows = queueRows
        return rows.first { $0.id == queue.selection } ?? rows.first
    }

    mutating func openQueue() -> [Effect] {
        leavePanels(for: .queue)
        return [.save(project, history), .readQueue(details: currentJob?.id)]
    }

    mutating func take(_ items: [QueueItem], isPaused: Bool, _ details: QueueDetails?) -> [Effect] {
        let place = queueRows.firstIndex { $0.id == queue.selection }
        queue.items = items
        queue.isPaused = isPaused
        // What was under the cursor may have been cleaned away.
        if let place, !items.contains(where: { $0.id == queue.selection }) {
            queue.selection = items.isEmpty ? nil : items[min(place, items.count - 1)].id
        }
        if let details { queue.details = details }
        guard let job = currentJob?.id, queue.details?.job != job else { return [] }
        return details?.job == job ? [] : [.readQueue(details: job)]
    }

    mutating func moveQueueCursor(by rows: Int) -> [Effect] {
        let items = queueRows
        guard !items.isEmpty else { return [] }
        let place = items.firstIndex { $0.id == currentJob?.id } ?? 0
        return selectJob(items[min(max(0, place + rows), items.count - 1)].id)
    }

    mutating func selectJob(_ id: String) -> [Effect] {
        guard queue.selection != id else { return [] }
        queue.selection = id
        queue.details = nil
        return [.readQueue(details: id)]
    }

    /// Moves the job under the cursor among those of its queue that have yet to begin.
    mutating func moveJob(by places: Int) -> [Effect] {
        guard let job = currentJob else { return [] }
        let line = queueRows.filter {
            $0.queue == job.queue && !$0.state.isSettled && $0.state != .running
        }
        guard let place = line.firstIndex(where: { $0.id == job.id }) else { return [] }
        let target = place + places
        guard target >= 0, target < line.count else { return [] }
        // To go down is to go before the one after the next.
        let order: QueueOrder =
            places < 0
            ? .before(job.id, other: line[target].id)
            : (target + 1 < line.count
                ? .before(job.id, other: line[target + 1].id) : .last(job.id))
        return steer(order)
    }

    mutating func steer(_ order: QueueOrder) -> [Effect] {
        [.steerQueue(order), .readQueue(details: currentJob?.id)]
    }

    /// Goes to the shot that the job is for, when it is of the open project.
    mutating func goToJob() -> [Effect] {
        guard let job = currentJob, let target = job.project else { return [] }
        guard target == project.id else {
            say("Opening “\(job.projectName ?? "the project")”…")
            return [.openProject(target)]
        }
        leaveScreen()
        if let id = job.shot, let shot = project[shot: id] {
            rememberPlace()
            select(shot.id)
        }
        focus(on: .timeline)
        return []
    }

    var cancelJobReason: String? {
        guard let job = currentJob else { return "The queue is empty." }
        return job.state.isSettled ? "This job has ended." : nil
    }

    var retryJobReason: String? {
        guard let job = currentJob else { return "The queue is empty." }
        return job.state.isStopped ? nil : "Only what failed or was cancelled is tried again."
    }

    var moveJobReason: String? {
        guard let job = currentJob else { return "The queue is empty." }
        return job.state.isSettled || job.state == .running
            ? "Only what has not begun can be moved." : nil
    }
}
