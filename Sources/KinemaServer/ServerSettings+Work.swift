import AccountService
import Database
import Foundation
import Generation
import Logging
import Providers

extension ServerSettings {
    /// The vendors as they are set up for the service.
    var vendors: ProviderDesk {
        get throws {
            let path =
                self[.vendors].isEmpty ? self[.data] + "/providers.yaml" : self[.vendors]
            guard self[.vendors].isEmpty || FileManager.default.fileExists(atPath: path) else {
                throw Complaint("There is no file \(path) (\(source(.vendors))).")
            }
            let vendors = try ProviderSettings.read(path)
            guard vendors.budget == nil else {
                throw Complaint(
                    "A budget in \(path) is one person’s; say “\(ServerSetting.monthlyLimit.name)” for "
                        + "what a space may spend."
                )
            }
            return ProviderDesk(
                vendors,
                environment: environment,
                directory: self[.data],
                now: { Int(Date().timeIntervalSince1970) }
            )
        }
    }

    /// What is made here, and within what bounds.
    var remote: RemoteSettings {
        get throws {
            var remote = RemoteSettings()
            remote.models = try vendors.readyCatalogue.models.filter { !$0.isLocal }
            if !self[.monthlyLimit].isEmpty {
                guard let dollars = Double(self[.monthlyLimit]), (0...1_000_000).contains(dollars)
                else {
                    throw Complaint(
                        "“\(self[.monthlyLimit])” is no limit; write dollars such as 25 "
                            + "(\(source(.monthlyLimit)))."
                    )
                }
                remote.monthlyLimit = Money(dollars: dollars)
            }
            guard let days = Int(self[.keepJobs]), (1...3650).contains(days) else {
                throw Complaint("“keep-jobs” is a number of days (\(source(.keepJobs))).")
            }
            remote.retention = days * 86_400_000
            return remote
        }
    }

    /// Those who carry out what the service is asked to make.
    func crew(
        of size: Int,
        on database: any SQLDatabase,
        logger: Logger
    ) async throws -> WorkerCrew {
        let now: @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }
        let address = try address
        let service = try service(port: address.port)
        return WorkerCrew(
            database: database,
            settings: service.remote,
            vendors: try vendors,
            files: WorkFiles(
                assets: try await AssetDesk.open(
                    database,
                    storage: try storage,
                    settings: service.assets,
                    now: now
                )
            ),
            landing: self[.data] + "/landing",
            size: size,
            logger: logger,
            now: now
        )
    }

    /// Begins to write the log.
    func startLog() throws -> Logger {
        let (level, isJSON) = try (logLevel, logsJSON)
        LoggingSystem.bootstrap { label in
            var handler: any LogHandler =
                isJSON ? JSONLog(label: label) : StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        return Logger(label: "kinema-server")
    }
}
