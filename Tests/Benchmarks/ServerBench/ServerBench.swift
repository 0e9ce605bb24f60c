import Hummingbird
import Logging

/// A route of Hummingbird that does nothing, which the service is held against.
@main
struct ServerBench {
    /// Answers on the port that is named first, until it is told to end.
    static func main() async throws {
        let router = Router()
        router.get("bare") { _, _ in "{\"status\":\"alive\"}" }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8481
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        )
        try await application.runService()
    }
}
