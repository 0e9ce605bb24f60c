import Foundation
import Synchronization

/// Asks servers, over libcurl on a thread of its own.
///
/// The certificate of a server is always verified. Redirects are followed for
/// reading alone, never from `https` to `http`, and what is secret goes to the
/// server it was meant for and no other. Proxies are those of the environment
/// (`https_proxy`, `no_proxy`).
package final class HTTPClient: Sendable {
    private let loop = CurlLoop()
    private let numbers = Atomic(0)
    let rules: RetryRules
    let pause: @Sendable (Duration) async throws -> Void
    let random: @Sendable () -> Double

    /// `pause` waits between two attempts, and `random` draws from 0 to 1.
    package init(
        rules: RetryRules = RetryRules(),
        pause: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        },
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.rules = rules
        self.pause = pause
        self.random = random
    }

    deinit { loop.close() }

    /// Returns the answer, whatever its status; a bad one that may pass is asked for again by the
    /// rules, unless `isFinal` reads out of it that it will not.
    package func reply(
        to request: HTTPRequest,
        report: @escaping @Sendable (HTTPProgress) -> Void = { _ in },
        isFinal: @Sendable (HTTPReply) -> Bool = { _ in false }
    ) async throws(HTTPError) -> HTTPReply {
        try await repeating(request, isFinal: isFinal) { request throws(HTTPError) in
            let sink = Handed(MemorySink(limit: request.limits.byteCount))
            let (head, complaint) = try await self.send(request, to: sink, report: report)
            return HTTPReply(head: head, body: head.isSuccess ? sink.value.data : complaint)
        }
    }

    /// Makes attempts until one is taken; the last one's outcome counts.
    func repeating(
        _ request: HTTPRequest,
        isFinal: (HTTPReply) -> Bool = { _ in false },
        _ attempt: (HTTPRequest) async throws(HTTPError) -> HTTPReply
    ) async throws(HTTPError) -> HTTPReply {
        var number = 1
        while true {
            let outcome: RetryRules.Outcome
            let result: Result<HTTPReply, HTTPError>
            do throws(HTTPError) {
                let reply = try await attempt(request)
                if reply.head.isSuccess || isFinal(reply) { return reply }
                result = .success(reply)
                outcome = .status(reply.head.status, retryAfter: reply.head.retryAfter)
            } catch {
                result = .failure(error)
                outcome = .failure(error)
            }
            let delay = rules.delay(
                after: outcome,
                attempt: number,
                repetition: request.repetition,
                random: random()
            )
            guard let delay else { return try result.get() }
            // A wait ends early only because nobody wants the answer any more.
            guard (try? await pause(delay)) != nil, !Task.isCancelled else { throw .cancelled }
            number += 1
        }
    }

    /// Sends a request, and once more for each redirect.
    func send(
        _ request: HTTPRequest,
        to sink: Handed<some HTTPSink>,
        report: @escaping @Sendable (HTTPProgress) -> Void
    ) async throws(HTTPError) -> (HTTPHead, Data) {
        var request = request
        for _ in 0..<6 {
            let (head, complaint) = try await once(request, to: sink, report: report)
            guard let next = try request.redirected(by: head) else { return (head, complaint) }
            request = next
        }
        throw HTTPError(
            .badRedirect,
            "\(request.address.host) leads from one address to the next without end.",
            mayHaveArrived: true
        )
    }

    private func once(
        _ request: HTTPRequest,
        to sink: Handed<some HTTPSink>,
        report: @escaping @Sendable (HTTPProgress) -> Void
    ) async throws(HTTPError) -> (HTTPHead, Data) {
        let number = numbers.add(1, ordering: .relaxed).newValue
        if Task.isCancelled { throw .cancelled }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation {
                (continuation: CheckedContinuation<Result<(HTTPHead, Data), HTTPError>, Never>) in
                let words = Handed<CurlTransfer?>(nil)
                let transfer = CurlTransfer(request, to: sink.value, report: report) { result in
                    continuation.resume(
                        returning: result.map { ($0, words.value?.complaint.data ?? Data()) }
                    )
                    words.value = nil
                }
                guard let transfer else {
                    let error = HTTPError(.other, "There is no memory for another request.")
                    return continuation.resume(returning: .failure(error))
                }
                words.value = transfer
                loop.begin(transfer, number: number)
                // Cancelled before there was anything to cancel.
                if Task.isCancelled { loop.cancel(number: number) }
            }
        } onCancel: {
            loop.cancel(number: number)
        }
        return try result.get()
    }
}

/// A value on its way from the thread that asks to the network's and back.
///
/// @unchecked: the asking task waits while the network's thread has it, so that no two touch it
/// at once.
final class Handed<Value>: @unchecked Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }
}
