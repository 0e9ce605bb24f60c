import AccountService
import ArgumentParser
import Database
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer on a port until told to end.",
        discussion: """
            On SIGTERM or SIGINT it takes no more connections, answers what it was asked, and \
            ends. The tables are brought up to this version first. What people have it make is \
            made by this process, too.
            """
    )

    @Flag(help: "Leave to “kinema-server worker” what people have the service make.")
    var withoutWorker = false

    @Option(help: ArgumentHelp("Make this many things at a time.", valueName: "jobs"))
    var concurrency = WorkerCrew.usualSize

    @OptionGroup var options: ServerOptions

    func run() async throws {
        let settings = try options.settings()
        let size = try WorkerCrew.size(concurrency)
        let logger = try settings.startLog()
        let (host, port) = try settings.address
        let service = try settings.service(port: port)
        try settings.makeDataDirectory()
        try settings.makeFilesDirectory()
        let hold = try DataDirectory.share(settings[.data])
        defer { hold.release() }
        let database = try settings.openDatabase()
        try Migrator(ServiceSchema.migrations).migrate(database)
        let postbox = try settings.openPostbox(sender: service.sender, logger: logger)
        let server = AccountServer(
            settings: service,
            database: database,
            storage: try settings.storage,
            postbox: postbox,
            host: host,
            port: port,
            logger: logger,
            now: Self.now,
            onListening: { port in
                let line = "Listening on \(host):\(port). \(settings.wordsOnMail)\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            }
        )
        var parts: [any Service] = [ServingPart(server: server)]
        if !withoutWorker {
            let crew = try await settings.crew(of: size, on: database, logger: logger)
            parts.append(WorkingPart(crew: crew))
        }
        let group = ServiceGroup(
            services: parts,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        do {
            try await group.run()
        } catch let error as Complaint {
            throw error
        } catch {
            throw Complaint(
                "The service cannot listen on \(host):\(port) (\(error)); is another one running?"
            )
        }
    }

    /// Wall-clock milliseconds since 1970.
    @Sendable private static func now() -> Int {
        Int(Date().timeIntervalSince1970 * 1000)
    }
}
