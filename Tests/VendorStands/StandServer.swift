package import Foundation
package import Loopback
import Synchronization

/// A stand-in for a service that runs on this machine and does what its script says.
package final class StandServer: Sendable {
    /// What happens to the requests that are paid for, and to those that follow.
    package struct Script: Sendable {
        /// How each submission is answered, in order; after the last as the service does.
        package var submissions: [LoopbackAnswer] = []
        /// How those who ask after it are answered before anything else.
        package var polls: [LoopbackAnswer] = []
        /// What is told to those who ask after it, in order; the last is told for good.
        package var states: [StandState] = [.queued, .running, .completed]
        /// How the result is answered, in order; after the last it is sent as it is.
        package var results: [LoopbackAnswer] = []

        package init() {}
    }

    private struct State {
        var script: Script
        var submissions = 0
        var cancellations = 0
        var unauthorized = 0
        var told = 0
    }

    package let stand: any VendorStand
    private let server: LoopbackServer
    private let shared: Shared

    private final class Shared: Sendable {
        let state: Mutex<State>
        let base = Mutex("")
        let result: Data

        init(_ script: Script, _ result: Data) {
            state = Mutex(State(script: script))
            self.result = result
        }
    }

    package init(
        _ stand: any VendorStand,
        _ script: Script = Script(),
        result: Data,
        isListening: Bool = true
    ) throws {
        self.stand = stand
        let shared = Shared(script, result)
        self.shared = shared
        server = try LoopbackServer(isListening: isListening) {
            Self.answer($0, stand, shared)
        }
        shared.base.withLock { [server] in $0 = server.address }
    }

    package var address: String { server.address }
    package var submissions: Int { shared.state.withLock { $0.submissions } }
    package var cancellations: Int { shared.state.withLock { $0.cancellations } }
    /// How many requests of the service itself came without the key as its contract wants it.
    package var unauthorized: Int { shared.state.withLock { $0.unauthorized } }
    package var requests: [LoopbackRequest] { server.requests }
    package var resultRequests: [LoopbackRequest] {
        requests.filter { $0.path.hasPrefix("/result") }
    }

    package func stop() { server.stop() }

    private static func answer(
        _ request: LoopbackRequest,
        _ stand: any VendorStand,
        _ shared: Shared
    ) -> LoopbackAnswer {
        if request.path.hasPrefix("/result") || request.path == "/view" {
            return result(request, shared)
        }
        if let talk = stand.talk(request) { return .webSocket(talk) }
        let base = shared.base.withLock { $0 }
        let isAuthorized = stand.isAuthorized(request)
        return shared.state.withLock { state in
            if !isAuthorized { state.unauthorized += 1 }
            if stand.isSubmission(request) {
                state.submissions += 1
                if !state.script.submissions.isEmpty {
                    return state.script.submissions.removeFirst()
                }
                let kept = StandResult(base64: shared.result.base64EncodedString())
                return stand.accepted(request, base: base, result: kept)
            }
            if stand.isCancellation(request) {
                state.cancellations += 1
                return stand.stopped()
            }
            if request.method == "GET", !state.script.polls.isEmpty {
                return state.script.polls.removeFirst()
            }
            let place = min(state.told, state.script.states.count - 1)
            let answer = stand.told(state.script.states[place], request, base: base)
            let isLook = answer.status == 200 || answer.status == 202
            if isLook, request.method == "GET" { state.told += 1 }
            return answer
        }
    }

    private static func result(_ request: LoopbackRequest, _ shared: Shared) -> LoopbackAnswer {
        shared.state.withLock { state in
            state.script.results.isEmpty
                ? .file(shared.result, type: "video/mp4", tag: "\"one\"", for: request)
                : state.script.results.removeFirst()
        }
    }
}
