import AccountService
import ArgumentParser
import Database

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the tables up to this version; doing it twice does it once."
    )

    @OptionGroup var options: ServerOptions

    func run() throws {
        let database = try options.settings().openDatabase()
        try Migrator(ServiceSchema.migrations).migrate(database)
        print("The tables are those of this version.")
    }
}
