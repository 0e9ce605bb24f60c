import ArgumentParser
import Jobs
import Terminal

extension JobsCommand {
    struct Cancel: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel",
            abstract: "Stop jobs, and with them what waits for them."
        )

        @Argument(help: "The jobs.")
        var jobs: [String] = []

        @Flag(help: "All that is not settled.")
        var all = false

        func run() throws {
            let desk = try JobDesk()
            let open: Set<JobState> = [.waiting, .scheduled, .available, .running, .retrying]
            let ids = try desk.ids(jobs, orAll: all ? open : nil)
            try desk.queue.requestCancel(ids)
            print("\(ids.count) \(ids.count == 1 ? "job is" : "jobs are") being cancelled.")
        }
    }

    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Ask again for what failed, was cancelled, or is uncertain.",
            discussion: """
                What was completed is kept. An uncertain job is begun anew, so what it paid for \
                may be paid again; “kinema jobs confirm” goes on with what was paid. --all leaves \
                uncertain jobs alone.
                """
        )

        @Argument(help: "The jobs.")
        var jobs: [String] = []

        @Flag(help: "All that failed or was cancelled.")
        var all = false

        func run() throws {
            let desk = try JobDesk()
            let ids = try desk.ids(jobs, orAll: all ? [.failed, .cancelled] : nil)
            try desk.queue.retry(ids)
            try desk.wakeWorker()
            print("\(ids.count) \(ids.count == 1 ? "job is" : "jobs are") queued again.")
        }
    }

    struct Confirm: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm",
            abstract: "Say that what an uncertain job paid for went through."
        )

        @Argument(help: "The job.")
        var job: String

        @Option(help: "What the service calls the request.")
        var ticket: String

        func run() throws {
            let desk = try JobDesk()
            let job = try desk.job(job)
            guard try desk.queue.confirm(job.id, ticket: ticket) else {
                throw Complaint("The job \(job.id) is not uncertain, but \(job.state.rawValue).")
            }
            try desk.wakeWorker()
            print("The job goes on from “\(ticket.printable)”.")
        }
    }

    struct Pause: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause",
            abstract: "Begin nothing new; what runs is finished."
        )

        @Argument(help: "A queue, such as video-synthesis; without one, all.")
        var queue: String?

        func run() throws {
            try JobDesk().queue.pause(queue)
            print("\(queue.map { "The queue \($0.printable)" } ?? "Everything") is paused.")
        }
    }

    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume",
            abstract: "Let what was paused go on."
        )

        @Argument(help: "A queue; without one, everything that was paused.")
        var queue: String?

        func run() throws {
            let desk = try JobDesk()
            try desk.queue.resume(queue)
            try desk.wakeWorker()
            print("\(queue.map { "The queue \($0.printable)" } ?? "Everything") goes on.")
        }
    }

    struct Move: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "move",
            abstract: "Move a job that has not begun within its queue."
        )

        @Argument(help: "The job.")
        var job: String

        @Flag(help: "Run it next.")
        var first = false

        @Flag(help: "Run it after all others.")
        var last = false

        @Option(help: "Run it before this job.")
        var before: String?

        func run() throws {
            let desk = try JobDesk()
            let job = try desk.job(job)
            let place: JobPlace
            switch (first, last, before) {
            case (true, false, nil): place = .first
            case (false, true, nil): place = .last
            case (false, false, let other?): place = .before(try desk.job(other).id)
            default: throw Complaint("Say one of --first, --last and --before JOB.", code: .usage)
            }
            guard try desk.queue.move(job.id, to: place) else {
                throw Complaint(
                    "The job \(job.id) was not moved: both have to be of one queue and not begun."
                )
            }
            print("Moved.")
        }
    }

    struct Limit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "limit",
            abstract: "Limit how much of a queue, or for a service, is worked on.",
            discussion: "Without a limit it prints those there are; 0 takes one away."
        )

        @Argument(help: "queue:NAME, provider:NAME, or all.")
        var name: String?

        @Option(help: "The most jobs at a time.")
        var concurrency: Int?

        @Option(help: "How many may begin each second.")
        var rate: Double?

        @Option(help: "How many may begin at once after a rest.")
        var burst: Double?

        func run() throws {
            let queue = try JobDesk().queue
            if let name {
                let scopes = ["queue:", "provider:"]
                guard name == JobLimit.everything || scopes.contains(where: { name.hasPrefix($0) })
                else {
                    throw Complaint(
                        "A limit is for queue:NAME, provider:NAME or all, not for “\(name)”.",
                        code: .usage
                    )
                }
                try queue.setLimit(name) { limit in
                    if let concurrency { limit.concurrency = concurrency > 0 ? concurrency : nil }
                    if let rate { limit.rate = rate > 0 && rate.isFinite ? rate : nil }
                    if let burst, burst >= 1, burst.isFinite { limit.burst = burst }
                }
            }
            try JSONOutput.print(try queue.limits().map(LimitRow.init))
        }
    }
}
