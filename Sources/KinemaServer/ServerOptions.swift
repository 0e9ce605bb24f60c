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

    @Option(help: "\(ServerSetting.sender.help)")
    var sender: String?

    @Option(help: "\(ServerSetting.proxy.help)")
    var proxy: String?

    @Option(help: "\(ServerSetting.log.help)")
    var log: String?

    @Option(help: "\(ServerSetting.logFormat.help)")
    var logFormat: String?

    @Option(help: "\(ServerSetting.metrics.help)")
    var metrics: String?

    @Option(help: "\(ServerSetting.github.help)")
    var github: String?

    @Option(help: "\(ServerSetting.githubAddress.help)")
    var githubAddress: String?

    @Option(help: "\(ServerSetting.google.help)")
    var google: String?

    @Option(help: "\(ServerSetting.googleAddress.help)")
    var googleAddress: String?

    @Option(help: "\(ServerSetting.vendors.help)")
    var vendors: String?

    @Option(help: "\(ServerSetting.monthlyLimit.help)")
    var monthlyLimit: String?

    @Option(help: "\(ServerSetting.keepJobs.help)")
    var keepJobs: String?

    @Option(help: "\(ServerSetting.quota.help)")
    var quota: String?

    @Option(help: "\(ServerSetting.files.help)")
    var files: String?

    @Option(help: "\(ServerSetting.s3Bucket.help)")
    var s3Bucket: String?

    @Option(help: "\(ServerSetting.s3Endpoint.help)")
    var s3Endpoint: String?

    @Option(help: "\(ServerSetting.s3Region.help)")
    var s3Region: String?

    @Option(help: "\(ServerSetting.s3Style.help)")
    var s3Style: String?

    @Option(help: "\(ServerSetting.s3Key.help)")
    var s3Key: String?

    func settings() throws -> ServerSettings {
        let environment = ProcessInfo.processInfo.environment
        return try ServerSettings(
            file: config ?? environment["KINEMA_SERVER_CONFIG"],
            environment: environment,
            flags: [
                ServerSetting.data.name: data, ServerSetting.listen.name: listen,
                ServerSetting.publicAddress.name: publicAddress,
                ServerSetting.database.name: database, ServerSetting.mail.name: mail,
                ServerSetting.sender.name: sender, ServerSetting.proxy.name: proxy,
                ServerSetting.log.name: log, ServerSetting.logFormat.name: logFormat,
                ServerSetting.metrics.name: metrics, ServerSetting.github.name: github,
                ServerSetting.githubAddress.name: githubAddress,
                ServerSetting.google.name: google,
                ServerSetting.googleAddress.name: googleAddress,
                ServerSetting.vendors.name: vendors,
                ServerSetting.monthlyLimit.name: monthlyLimit,
                ServerSetting.keepJobs.name: keepJobs,
                ServerSetting.quota.name: quota,
                ServerSetting.files.name: files,
                ServerSetting.s3Bucket.name: s3Bucket,
                ServerSetting.s3Endpoint.name: s3Endpoint,
                ServerSetting.s3Region.name: s3Region,
                ServerSetting.s3Style.name: s3Style,
                ServerSetting.s3Key.name: s3Key,
            ]
        )
    }
}
