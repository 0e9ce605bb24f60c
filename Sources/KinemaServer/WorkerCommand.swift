import AccountService
import ArgumentParser
import Database
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Carry out what people have the service make, until told to end.",
        discussion: """
            “serve” does this by itself unless it is told --without-worker. On PostgreSQL any \
            number of workers may run, on any machines that reach it and the files; on SQLite \
            those of the machine that has the data directory. Any may be killed: what the vendor \
            was at goes on with the next. On SIGTERM or SIGINT it gives back what waits for a \
            vendor, and ends.
            """
    )

    @Option(help: ArgumentHelp("Ask for this many things at a time.", valueName: "jobs"))
    var concurrency = WorkerCrew.usualSize

    @OptionGroup var options: ServerOptions

    func run() async throws {
        let settings = try options.settings()
        let size = try WorkerCrew.size(concurrency)
        let logger = try settings.startLog()
        try settings.makeDataDirectory()
        let hold = try DataDirectory.share(settings[.data])
        defer { hold.release() }
        let database = try settings.openDatabase()
        try Migrator(ServiceSchema.migrations).migrate(database)
        let crew = try await settings.crew(of: size, on: database, logger: logger)
        let group = ServiceGroup(
            services: [WorkingPart(crew: crew)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        try await group.run()
    }
}
