import AccountService
import ServiceLifecycle

/// The service as a part of this process that ends in good order.
struct ServingPart: Service {
    let server: AccountServer

    func run() async throws { try await server.run() }
}
