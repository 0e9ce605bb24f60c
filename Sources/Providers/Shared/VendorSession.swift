import Foundation
import Generation
import Networking

/// How one service is talked to: its address, its key, and the shape of its refusals.
struct VendorSession: Sendable {
    let setup: ProviderSetup
    /// The headers that open it.
    var authorization: @Sendable (ProviderSetup) throws(ProviderError) -> [HTTPHeader]
    /// Reads a refusal in the service's own shape.
    var refusal: @Sendable (VendorReply) -> Refusal
    /// Every host of the service, where it has several: what one may know the others may.
    var hosts: Set<String>

    /// The longest silence before an answer, while pictures are made.
    static let patience = Duration.seconds(600)
    /// The most bytes of an answer that holds pictures.
    static let pictureLimit = 96 << 20
    /// The most bytes of a result.
    static let resultLimit = 8 << 30

    init(
        _ setup: ProviderSetup,
        authorization: @escaping @Sendable (ProviderSetup) throws(ProviderError) -> [HTTPHeader],
        refusal: @escaping @Sendable (VendorReply) -> Refusal,
        hosts: Set<String> = []
    ) {
        self.setup = setup
        self.authorization = authorization
        self.refusal = refusal
        self.hosts = hosts
    }

    /// `Authorization: Bearer KEY`, where there is a key.
    static func bearer(_ prefix: String = "Bearer ")
        -> @Sendable (ProviderSetup) throws(ProviderError)
        -> [HTTPHeader]
    {
        { setup throws(ProviderError) in
            guard setup.needsKey else { return [] }
            return [HTTPHeader("Authorization", prefix, secret: try setup.key())]
        }
    }

    /// Refuses a request without words, for a vendor that makes nothing from pictures alone.
    func needPrompt(of request: GenerationRequest) throws(ProviderError) {
        guard request.spokenPrompt.isEmpty else { return }
        throw ProviderError(
            .invalid(field: "prompt"),
            "\(setup.title) works from a prompt; write one."
        )
    }

    func get(
        _ path: String,
        query: [(String, String)] = []
    ) async throws(ProviderError) -> VendorReply {
        try await ask(.get, address(path, query: query))
    }

    func post(
        _ path: String,
        _ json: JSONValue,
        headers: [HTTPHeader] = [],
        limits: HTTPLimits = HTTPLimits(),
        repetition: HTTPRequest.Repetition = .onlyWhenRefused
    ) async throws(ProviderError) -> VendorReply {
        try await ask(
            .post,
            address(path),
            headers: headers + [HTTPHeader("Content-Type", "application/json")],
            body: HTTPBody(json.data),
            limits: limits,
            repetition: repetition
        )
    }

    func post(
        _ path: String,
        form: MultipartForm,
        headers: [HTTPHeader] = [],
        limits: HTTPLimits = HTTPLimits(),
        repetition: HTTPRequest.Repetition = .onlyWhenRefused
    ) async throws(ProviderError) -> VendorReply {
        try await ask(
            .post,
            address(path),
            headers: headers + [HTTPHeader("Content-Type", form.contentType)],
            body: form.body,
            limits: limits,
            repetition: repetition
        )
    }

    /// Asks, and throws what a refusal means.
    func ask(
        _ method: HTTPRequest.Method,
        _ address: WebAddress,
        headers: [HTTPHeader] = [],
        body: HTTPBody? = nil,
        limits: HTTPLimits = HTTPLimits(),
        repetition: HTTPRequest.Repetition? = nil,
        report: @escaping @Sendable (HTTPProgress) -> Void = { _ in }
    ) async throws(ProviderError) -> VendorReply {
        let request = HTTPRequest(
            method,
            address,
            headers: try authorization(setup) + headers,
            body: body,
            repetition: repetition,
            limits: limits
        )
        let reply = VendorReply(try await plain(request, report: report))
        if reply.head.isSuccess { return reply }
        throw refused(reply, wasPost: method == .post)
    }

    /// Asks with nothing added, such as a store of files that is not the service itself.
    func plain(
        _ request: HTTPRequest,
        report: @escaping @Sendable (HTTPProgress) -> Void = { _ in }
    ) async throws(ProviderError) -> HTTPReply {
        do throws(HTTPError) {
            return try await setup.client.reply(to: request, report: report) { reply in
                let refusal = refusal(VendorReply(reply))
                return !ProviderError(refusal.kind, "").isTransient
            }
        } catch {
            throw ProviderError(error)
        }
    }

    func address(_ path: String, query: [(String, String)] = []) throws(ProviderError) -> WebAddress
    {
        guard let address = setup.address.appending(path, query: query) else {
            throw ProviderError(
                .invalid(field: nil),
                "\(setup.title) cannot be asked for “\(path)”."
            )
        }
        return address
    }

    /// Takes an address that the service told, when the key may be shown there.
    func trusted(_ text: String?) throws(ProviderError) -> WebAddress {
        guard let text, let address = WebAddress(text) else { throw malformed("an address") }
        let base = setup.address
        let isKnown = [address, base].allSatisfy { one in
            hosts.contains(one.host)
                && WebAddress("https://\(one.host)").map(one.isSameOrigin) == true
        }
        guard address.isSameOrigin(as: base) || isKnown else {
            throw ProviderError(
                .fatal,
                "\(setup.title) told an address of another server, \(address.host), where its key "
                    + "is not shown.",
                mayHaveArrived: true
            )
        }
        return address
    }

    /// Says what a refusal means.
    func refused(_ reply: VendorReply, wasPost: Bool) -> ProviderError {
        let refusal = refusal(reply)
        return error(
            refusal,
            status: reply.head.status,
            mayHaveArrived: wasPost && reply.head.status >= 500
        )
    }

    func error(_ refusal: Refusal, status: Int? = nil, mayHaveArrived: Bool = false)
        -> ProviderError
    {
        var words = refusal.words?.harmless(limit: 300)
        // Some services quote the key that they refuse.
        if setup.needsKey, let text = words, let key = try? setup.key() {
            words = key.struck(from: text)
        }
        return ProviderError(
            refusal.kind,
            VendorWords.sentence(setup.title, refusal.kind, words, status: status),
            mayHaveArrived: mayHaveArrived
        )
    }

    /// What came is not what the service's documents promise.
    func malformed(_ what: String) -> ProviderError {
        ProviderError(
            .fatal,
            "\(setup.title) answered without \(what); it may have changed, so update Kinema.",
            mayHaveArrived: true
        )
    }
}

extension ProviderError {
    init(_ error: HTTPError) {
        let kind: Kind =
            switch error.kind {
            case .unreachable, .interrupted, .timedOut, .damaged: .transient
            case .cancelled: .cancelled
            case .untrusted, .refused, .tooLarge, .badRedirect, .file, .other: .fatal
            }
        self.init(kind, error.message, mayHaveArrived: error.mayHaveArrived)
    }
}
