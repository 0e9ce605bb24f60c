extension Command {
    static let queueCommands: [Command] = [
        Command(
            "queue.open",
            "Queue",
            hint: "queue",
            help: "Shows all that is being made, of all projects.",
            perform: { $0.openQueue() }
        ),
        Command(
            "queue.pause",
            "Pause the queue, or go on",
            hint: "pause",
            help: "Begins nothing new until you say so; what runs is finished.",
            perform: { $0.steer(.pause(!$0.queue.isPaused)) }
        ),
        queue("show", "Go to its shot", hint: "shot", "Opens the shot that the job is for.") {
            $0.currentJob?.project == nil ? "This job belongs to no shot." : nil
        } perform: {
            $0.goToJob()
        },
        queue("cancel", "Cancel the job", hint: "cancel", "Stops it, and what waits for it.") {
            $0.cancelJobReason
        } perform: {
            $0.currentJob.map { .cancel($0.id) }
        },
        queue("retry", "Try again", hint: "retry", "Queues again what failed or was cancelled.") {
            $0.retryJobReason
        } perform: {
            $0.currentJob.map { .retry($0.id) }
        },
        queue("next", "Run it next", hint: "next", "Puts the job before all others of its kind.") {
            $0.moveJobReason
        } perform: {
            $0.currentJob.map { .first($0.id) }
        },
        queue("earlier", "Earlier", hint: "earlier", "Moves the job a place up in its queue.") {
            $0.moveJobReason
        } perform: {
            $0.moveJob(by: -1)
        },
        queue("later", "Later", hint: "later", "Moves the job a place down in its queue.") {
            $0.moveJobReason
        } perform: {
            $0.moveJob(by: 1)
        },
        queue("logUp", "Older lines", hint: "log", "Scrolls the log back.") { _ in
            nil
        } perform: {
            $0.queue.scroll = min(
                $0.queue.scroll + 5,
                max(0, ($0.queue.details?.log.count ?? 1) - 1)
            )
            return []
        },
        queue("logDown", "Newer lines", hint: "log", "Scrolls the log on.") { _ in
            nil
        } perform: {
            $0.queue.scroll = max(0, $0.queue.scroll - 5)
            return []
        },
    ]

    private static func queue(
        _ verb: String,
        _ title: String,
        hint: String,
        _ help: String,
        unless reason: @escaping @Sendable (EditorState) -> String?,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        on(
            .queue,
            ID("queue.\(verb)"),
            title,
            hint: hint,
            help,
            unless: reason,
            perform: perform
        )
    }

    private static func queue(
        _ verb: String,
        _ title: String,
        hint: String,
        _ help: String,
        unless reason: @escaping @Sendable (EditorState) -> String?,
        perform order: @escaping @Sendable (EditorState) -> QueueOrder?
    ) -> Command {
        queue(verb, title, hint: hint, help, unless: reason) { state in
            order(state).map { state.steer($0) } ?? []
        }
    }
}
