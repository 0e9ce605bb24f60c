import ArgumentParser
import Foundation

/// The flags that every command takes: one a setting.
struct ServerOptions: ParsableArguments {
    @Option(help: "The file of settings, YAML; without it KINEMA_SERVER_CONFIG names it.")
    var config: String?

    @Option(help: "\(ServerSetting.data.help)")
    var data: String?

    @Option(help: "\(ServerSetting.listen.help)")
    var listen: String?

    @Option(help: "\(ServerSetting.publicAddress.help)")
    var publicAddress: String?

    @Option(help: "\(ServerSetting.database.help)")
    var database: String?

    @Option(help: "\(ServerSetting.mail.help)")
    var mail: String?

    @Option(help: "\(ServerSetting.proxy.help)")
    var proxy: String?

    @Option(help: "\(ServerSetting.log.help)")
    var log: String?

    func settings() throws -> ServerSettings {
        let environment = ProcessInfo.processInfo.environment
        return try ServerSettings(
            file: config ?? environment["KINEMA_SERVER_CONFIG"],
            environment: environment,
            flags: [
                ServerSetting.data.name: data, ServerSetting.listen.name: listen,
                ServerSetting.publicAddress.name: publicAddress,
                ServerSetting.database.name: database, ServerSetting.mail.name: mail,
                ServerSetting.proxy.name: proxy, ServerSetting.log.name: log,
            ]
        )
    }
}
