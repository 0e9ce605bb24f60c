package import Loopback

/// A service as its public contract says, field by field; what it does is scripted.
package protocol VendorStand: Sendable {
    /// The service's id, such as `runway`.
    var id: String { get }
    /// The model that is asked for.
    var model: String { get }
    /// What its key is, where it wants one.
    var key: String? { get }
    /// Whether the result comes with the answer, so that there is nothing to ask after.
    var isImmediate: Bool { get }
    /// Whether it can be asked to stop.
    var canCancel: Bool { get }

    /// Whether a request is the one that is paid for.
    func isSubmission(_ request: LoopbackRequest) -> Bool
    /// Whether a request asks it to stop.
    func isCancellation(_ request: LoopbackRequest) -> Bool
    /// Whether the key is shown as the contract says.
    func isAuthorized(_ request: LoopbackRequest) -> Bool
    /// What it answers to a request it takes; `base` is its own address.
    func accepted(_ request: LoopbackRequest, base: String, result: StandResult) -> LoopbackAnswer
    /// What it answers to one who asks after it.
    func told(_ state: StandState, _ request: LoopbackRequest, base: String) -> LoopbackAnswer
    /// What it says over a WebSocket; nil for a request that is for none.
    func talk(_ request: LoopbackRequest) -> (@Sendable (LoopbackSocket) -> Void)?
    /// What it answers to one who asks it to stop.
    func stopped() -> LoopbackAnswer
    /// A refusal in its own shape; nil where it knows no such thing.
    func refusal(_ refusal: StandRefusal, words: String) -> LoopbackAnswer?
}

/// Where a request stands.
package enum StandState: Hashable, Sendable {
    case queued, running, completed
    case failed(words: String)
    case moderated
    case cancelled
    /// A word that no contract knows.
    case strange
}

/// What a service refuses for.
package enum StandRefusal: String, CaseIterable, Hashable, Sendable {
    case auth, credits, moderated, invalid, modelGone
}

/// What comes of a request, for services that send it along.
package struct StandResult: Sendable {
    /// The picture in base64.
    package let base64: String
}

extension VendorStand {
    package var canCancel: Bool { !isImmediate }
    package func isCancellation(_ request: LoopbackRequest) -> Bool { false }
    package func stopped() -> LoopbackAnswer { .json([:]) }
    package func talk(_ request: LoopbackRequest) -> (@Sendable (LoopbackSocket) -> Void)? { nil }
    package func told(_ state: StandState, _ request: LoopbackRequest, base: String)
        -> LoopbackAnswer
    {
        .empty(404)
    }

    func bearer(_ request: LoopbackRequest, _ prefix: String = "Bearer ") -> Bool {
        key.map { request.headers["authorization"] == prefix + $0 } ?? true
    }
}
