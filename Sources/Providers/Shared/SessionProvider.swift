import Foundation
import Generation
import Networking

/// An adapter that talks to its service through a session.
protocol SessionProvider: Provider {
    var session: VendorSession { get }
}

extension SessionProvider {
    package var id: String { session.setup.id }

    /// What the model's abilities do not say already is for the service to refuse.
    package func check(_ request: GenerationRequest) throws(ProviderError) {}

    package func fetch(
        _ output: GenerationOutput,
        of ticket: GenerationTicket,
        landing: Landing,
        report: @escaping @Sendable (Double) -> Void
    ) async throws(ProviderError) -> String {
        switch output {
        case .landed(let name):
            if landing.holds(name) { return name }
            throw ProviderError(
                .expired,
                VendorWords.sentence(session.setup.title, .expired, nil, status: nil)
            )
        case .address(let text):
            return try await session.download(
                text,
                ticket: ticket,
                landing: landing,
                report: report
            )
        }
    }
}

extension VendorSession {
    /// Brings what lies at an address; the key is shown only to the service itself.
    func download(
        _ text: String,
        ticket: GenerationTicket,
        landing: Landing,
        report: @escaping @Sendable (Double) -> Void
    ) async throws(ProviderError) -> String {
        if let name = landing.landed(Self.stem) { return name }
        if text.hasPrefix("data:") {
            return try landing.land(base64: text, as: Self.stem, from: setup.title)
        }
        guard let address = WebAddress(text), address.isSecure || !setup.address.isSecure,
            let path = landing.path(Self.stem)
        else { throw malformed("an address of the result") }
        let headers = address.isSameOrigin(as: setup.address) ? try authorization(setup) : []
        let limits = HTTPLimits(byteCount: Self.resultLimit)
        let request = HTTPRequest(.get, address, headers: headers, limits: limits)
        let reply: HTTPReply
        do throws(HTTPError) {
            reply = try await setup.client.download(request, to: path, source: ticket.id) {
                guard let total = $0.total, total > 0 else { return }
                report(min(1, Double($0.received) / Double(total)))
            }
        } catch {
            throw ProviderError(error)
        }
        guard reply.head.isSuccess else { throw expired(reply) }
        return try landing.settle(Self.stem, as: Self.stem, from: setup.title)
    }

    /// What a store of files answers once an address is too old.
    private func expired(_ reply: HTTPReply) -> ProviderError {
        let isGone = [401, 403, 404, 410].contains(reply.head.status)
        let refusal = Refusal(VendorReply(reply), words: nil)
        return isGone
            ? ProviderError(.expired, VendorWords.sentence(setup.title, .expired, nil, status: nil))
            : error(refusal, status: reply.head.status)
    }

    static let stem = "result"
}
