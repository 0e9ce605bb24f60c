import ArgumentParser

struct JobsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "See and steer what is queued, runs, and has run.",
        discussion: """
            A job is named by its id, by the twelve digits that the list shows, by any beginning, \
            or by its batch. For example:
              kinema jobs                    # what runs and waits, and what ended last
              kinema jobs watch              # the same, live, until everything is done
              kinema jobs move 0f3c --first  # run next
              kinema jobs pause              # begin nothing new; what runs is finished
              kinema jobs retry --all        # what failed or was cancelled, again
            """,
        subcommands: [
            List.self, Show.self, Watch.self, Cancel.self, Retry.self, Confirm.self, Pause.self,
            Resume.self, Move.self, Limit.self, Logs.self,
        ],
        defaultSubcommand: List.self
    )
}
